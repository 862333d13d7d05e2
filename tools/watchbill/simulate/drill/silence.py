"""Who does not answer in a drill: levels of the path whose pages stay unanswered, or a role that is called."""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.simulate.drill.case import Expected, Inject
from watchbill.simulate.drill.lots import Lots
from watchbill.simulate.incident import Incident
from watchbill.simulate.matrix import Case, choose
from watchbill.simulate.paging import Page
from watchbill.simulate.roster import Roster
from watchbill.simulate.trace import Trace


class Silence(NamedTuple):
    """So many open levels that do not answer, or a told role that is not there when a step calls it."""

    levels: int = 0
    role: str = ""


NOBODY = Silence()


def silences(book: Book, playbook: Playbook, incident: Incident, lots: Lots) -> tuple[Silence, ...]:
    """The silences to try, the drawn one first; none where the path leaves no choice.

    The last level of a path always answers, so one with a single open level has none to be silent.
    """
    severity = incident.severity or playbook.default_severity
    case = Case(playbook.id, playbook.harm or "", severity, incident.region)
    chosen = choose(book, case, incident.at)
    if chosen is None:
        return ()
    roster, levels = Roster(book, incident.at), chosen.path.levels
    open_ = [
        level
        for level in levels[:-1]
        if any(roster.lead(one, incident.at + level.after.nominal_seconds) for one in level.page)
    ]
    found = [Silence(1), Silence(1)] if open_ else []
    found += [Silence(2)] if len(open_) > 1 else []
    paged = {role for level in levels for role in level.page}
    told = [role for level in levels[:1] for role in level.tell if role not in paged]
    work = dict.fromkeys(step.role for _, step in flow_of(playbook).work)
    found += [Silence(role=role) for role in told if role in work]
    if not found:
        return ()
    first = lots.pick("silence", found)
    return (first, *(one for one in dict.fromkeys(found) if one != first))


def heard(silence: Silence, trace: Trace) -> bool:
    """Whether the silence shows in a trace."""
    if silence.role:
        return any(one.kind == "call" and one.role == silence.role for one in trace.happenings)
    return any(page.why == "silent" for page in trace.pages)


def pager_injects(book: Book, silence: Silence, trace: Trace) -> Iterator[Inject]:
    """The cards that tell that somebody does not answer."""
    roster = Roster(book, trace.incident.at)
    source = _path_source(book, trace)
    if silence.role:
        calls = [one for one in trace.happenings if one.kind == "call"]
        call = next(one for one in calls if one.role == silence.role)
        expected = Expected(
            call.at, "call", call.step, call.role, call.member, call.until, _step(trace, call.step)
        )
        yield Inject(
            call.at,
            "call",
            about=call.role,
            step=call.step,
            until=call.until,
            expected=(expected,),
            sources=(_step(trace, call.step),),
        )
        return
    for page in (page for page in trace.pages if page.why == "silent"):
        lead = roster.lead(page.role, page.at)
        later = [one for one in trace.pages if one.at > page.at and one.level == page.level + 1]
        answers = page.at + (lead.answers if lead else 0)
        at = min([answers, *(one.at for one in later)])
        expected_ = [paged(one, source) for one in later]
        if not any(one.why == "silent" for one in later):
            expected_.append(acknowledged(trace))
        yield Inject(
            at,
            "pager",
            about=page.role,
            since=page.at,
            expected=tuple(expected_),
            sources=(source,),
        )


def paged(page: Page, source: str) -> Expected:
    """A page as something to expect; `what` says why it stays without an answer, if it does."""
    return Expected(page.at, "page", page.why, page.role, page.member, page.answers or 0, source)


def acknowledged(trace: Trace) -> Expected:
    """The answer to the page."""
    by = trace.answered_by
    member = next((page.member for page in trace.pages if page.role == by), "")
    return Expected(trace.acknowledged, "acknowledged", trace.path, by, member)


def _path_source(book: Book, trace: Trace) -> str:
    incident = trace.incident
    case = Case(incident.playbook, incident.harm, incident.severity, incident.region)
    chosen = choose(book, case, incident.at)
    return chosen.matrix.key if chosen else ""


def _step(trace: Trace, step: str) -> str:
    return f"playbook:{trace.incident.playbook}#{step}"
