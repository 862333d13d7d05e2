"""The cards of a drill about its own incident: the report, doubt, late news, enquiries, a watch that ends."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.commitments import SeverityLadder
from watchbill.model.message import Message
from watchbill.model.response import Decision, Playbook
from watchbill.model.time import Schedule
from watchbill.simulate.drill.case import Clock, Expected, Inject, StepNote
from watchbill.simulate.drill.clocks import due, running
from watchbill.simulate.drill.lots import Lots
from watchbill.simulate.drill.players import Players
from watchbill.simulate.drill.silence import paged
from watchbill.simulate.roster import Roster
from watchbill.simulate.trace import Trace

_PRESS = ("communications", "press", "media")
_EXECUTIVE = ("executive", "executives")
_REACH = 4 * 3600
_QUARTER = 15 * 60
_ENQUIRED_AFTER = (1200, 1500, 1800)
_QUOTED = re.compile(r'"([^"]+)"')


# The report.


def report(trace: Trace, trigger: str, site: str, source: str, players: Players) -> Inject:
    """The first report, as it arrives."""
    first = [page for page in trace.pages if page.at == trace.incident.at]
    expected = [paged(page, source) for page in first]
    expected += [
        Expected(one.at, "tell", role=one.role, member=one.member, source=source)
        for one in trace.told
        if one.at == trace.incident.at
    ]
    sources = (f"playbook:{trace.incident.playbook}", source)
    return Inject(
        trace.incident.at,
        "report",
        players.words(trigger),
        about=site,
        expected=tuple(expected),
        sources=sources,
    )


# Doubt and late news.


def doubts(playbook: Playbook, players: Players) -> dict[str, str]:
    """For each question that the players may see, the answer that its words for doubt name."""
    found = {}
    for _, step in flow_of(playbook).decisions:
        answer = _named_in_doubt(step)
        if answer and players.may_see(step):
            found[step.id] = answer
    return found


def _named_in_doubt(step: Decision) -> str:
    quoted = _QUOTED.search(step.in_doubt or "")
    word = quoted[1].casefold() if quoted else ""
    fits = [one.answer for one in step.answers if word and one.answer.casefold().startswith(word)]
    return fits[0] if len(fits) == 1 else ""


def doubt(note: StepNote, trace: Trace, players: Players) -> Inject:
    """A question whose facts point both ways; the book says what to do in doubt."""
    source = _source(trace, note)
    return Inject(
        note.at,
        "doubt",
        players.words(note.title),
        role=note.role,
        step=note.step,
        rule=(note.doubt,),
        expected=(Expected(note.until, "answer", note.answer, note.role, note.member, 0, source),),
        sources=(source,),
    )


def late_fact(note: StepNote, trace: Trace, players: Players) -> Inject:
    """A question on which nothing is known until a minute before the book wants its answer."""
    source = _source(trace, note)
    return Inject(
        max(note.at, (note.until - 60) // 60 * 60),
        "fact",
        players.words(note.title),
        role=note.role,
        step=note.step,
        since=note.at,
        rule=(note.doubt,) if note.doubt else (),
        expected=(Expected(note.until, "answer", note.answer, note.role, note.member, 0, source),),
        sources=(source,),
    )


def _source(trace: Trace, note: StepNote) -> str:
    return f"playbook:{trace.incident.playbook}#{note.step}"


# From outside.


def events(trace: Trace, notes: Iterable[StepNote], players: Players) -> Iterator[Inject]:
    """What was waited for, when it happens."""
    listed = list(notes)
    waits = [one for one in trace.happenings if one.kind == "wait"]
    for wait in waits:
        source = f"playbook:{trace.incident.playbook}#{wait.step}"
        after = (n for n in listed if n.at >= wait.until and n.line == wait.line)
        following = next(after, None)
        expected = () if following is None else (_begin(trace, following),)
        yield Inject(
            wait.until,
            "event",
            players.words(players.events.get(wait.what, "")),
            step=wait.step,
            expected=expected,
            sources=(source,),
        )


def _begin(trace: Trace, note: StepNote) -> Expected:
    source = _source(trace, note)
    return Expected(note.at, "begin", note.title, note.role, note.member, note.until, source)


def enquiry(book: Book, trace: Trace, notes: Iterable[StepNote], lots: Lots) -> Inject | None:
    """An enquiry of the press where a role for it works in the case; else of an executive who was told."""
    listed = list(notes)
    at = trace.acknowledged + lots.pick("enquiry", _ENQUIRED_AFTER)
    if trace.ended is None or at >= trace.ended:
        return None
    press = [note for note in listed if _speaks(book, note.role, _PRESS)]
    if press:
        expected = tuple(_begin(trace, note) for note in press)
        sources = [f"message:{id}" for note in press for id in note.messages]
        return Inject(
            at,
            "press",
            about=press[0].role,
            expected=expected,
            sources=tuple(dict.fromkeys(sources)),
        )
    asked = [*(one.role for one in trace.told), *(page.role for page in trace.pages)]
    executive = next((role for role in asked if _speaks(book, role, _EXECUTIVE)), "")
    if not executive or executive == trace.answered_by:
        return None
    return _executive(book, trace, executive, at)


def _speaks(book: Book, role: str, words: tuple[str, ...]) -> bool:
    found = book.roles().get(role)
    return found is not None and any(word in found.title.casefold().split() for word in words)


def _executive(book: Book, trace: Trace, role: str, at: int) -> Inject:
    sent = []
    for one in trace.happenings:
        message = book.get(Message, one.what) if one.kind == "message" else None
        if message is not None and role in message.recipient:
            source = f"message:{message.id}"
            sent.append(Expected(one.at, "message", message.id, source=source))
    rungs = [(ladder.key, rung) for ladder in book.all(SeverityLadder) for rung in ladder.levels]
    beats = [(key, rung) for key, rung in rungs if rung.id == trace.incident.severity]
    rule = tuple(
        f"At {rung.id} an update goes out every {rung.update_every}"
        for _, rung in beats
        if rung.update_every
    )
    sources = [*(one.source for one in sent), *(key for key, _ in beats)]
    return Inject(
        at, "executive", about=role, rule=rule, expected=tuple(sent), sources=tuple(sources)
    )


# A watch that ends.


def handover(
    book: Book, trace: Trace, clocks: tuple[Clock, ...], players: Players
) -> Inject | None:
    """The first watch within four hours that passes on while its role has work in the case."""
    roster, start = Roster(book, trace.incident.at), trace.incident.at
    end = min(start + _REACH, trace.ended or start)
    work: dict[str, int] = {}
    for one in trace.happenings:
        if one.kind == "begin":
            work[one.role] = max(one.until, work.get(one.role, 0))
    found = []
    for number, (role, until) in enumerate(work.items()):
        leads = roster.station(role, end).leads
        for old, new in pairwise(leads):
            if start < new.start <= min(end, until) and old.member != new.member:
                found.append((new.start, number, role, old, new))
    if not found:
        return None
    at, _, role, old, new = min(found, key=lambda one: one[:2])
    by = roster.staff(role)
    readable = players.may_read(by)
    key, rule = (by.key, by.handover) if isinstance(by, Schedule) else ("", ())
    expected = [Expected(at, "watch", new.shift, role, f"{old.member} to {new.member}", source=key)]
    expected += [due(clock) for clock in running(clocks, at)]
    return Inject(
        max(start, at - _QUARTER),
        "handover",
        about=role if readable else "",
        role=role,
        until=at,
        rule=rule,
        expected=tuple(expected),
        sources=(key,),
    )
