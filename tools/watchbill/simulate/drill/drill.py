"""A drill built from a book and a seed: the same book, seed and instant give the same drill."""

from collections.abc import Iterator
from itertools import chain

from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.organization import Organization
from watchbill.model.response import Playbook
from watchbill.model.types import parse_fact
from watchbill.simulate.drill.case import Asked, Drill, Inject, Second, Shared, StepNote
from watchbill.simulate.drill.clocks import clock_inject, clocks_of, collision_of, shared
from watchbill.simulate.drill.injects import (
    doubt,
    doubts,
    enquiry,
    events,
    handover,
    late_fact,
    report,
)
from watchbill.simulate.drill.lots import Lots
from watchbill.simulate.drill.players import Players
from watchbill.simulate.drill.silence import NOBODY, Silence, heard, pager_injects, silences
from watchbill.simulate.drill.site import Down, opened, own_site, site_down
from watchbill.simulate.drill.steps import steps_of
from watchbill.simulate.drill.trigger import trigger_of
from watchbill.simulate.drill.way import NONE, way
from watchbill.simulate.incident import Incident
from watchbill.simulate.matrix import Case, choose
from watchbill.simulate.trace import Trace
from watchbill.timeline.zones import DAY

_QUARTERS = 4 * 24
_DAYS = 28
# What is drawn should come while the players sit together.
_SITTING = 2 * 3600


class UnsoundError(Exception):
    """The steps of the playbook do not hang together, so that no way through it can be told."""


def drill(book: Book, asked: Asked) -> Drill:
    """The drill that is asked for. The playbook, severity, region and audience are the book's.

    Raises UnsoundError for a playbook whose steps do not hang together, NoWayError where no way leads
    to its end, NoPathError and NeverOpenError as `play` does.
    """
    playbook = book.get(Playbook, asked.playbook)
    if playbook is None or not flow_of(playbook).sound:
        raise UnsoundError(asked.playbook)
    lots = Lots(asked.seed, asked.playbook)
    asked = _filled(book, playbook, asked, lots)
    players = Players(book, playbook, asked.audience)
    return _Making(book, playbook, asked, players, lots).made()


def _filled(book: Book, playbook: Playbook, asked: Asked, lots: Lots) -> Asked:
    """With everything that was left out drawn, or taken from the book."""
    at = asked.at
    if at is None:
        midnight = asked.since - asked.since % DAY + DAY
        at = midnight + lots.number("at", _DAYS * _QUARTERS) * (DAY // _QUARTERS)
    regions = tuple(book.regions())
    region = asked.region or (lots.pick("region", regions) if regions else "")
    return asked._replace(
        at=at,
        severity=asked.severity or playbook.default_severity,
        region=region,
        audience=asked.audience or book.audience_of(playbook),
    )


class _Making:
    """One drill in the making."""

    def __init__(
        self, book: Book, playbook: Playbook, asked: Asked, players: Players, lots: Lots
    ) -> None:
        self._book, self._playbook, self._asked = book, playbook, asked
        self._players, self._lots = players, lots
        self._left_out: list[tuple[str, str]] = []

    def made(self) -> Drill:
        """The whole drill."""
        book, asked = self._book, self._asked
        silence, trace, doubtful = self._played()
        notes = steps_of(book, trace)
        down = site_down(book, trace, self._players, self._lots)
        seconds = (*self._opened(trace), *([down.second] if down.second else []))
        clocks = clocks_of(book, trace)
        others = chain.from_iterable(clocks_of(book, one.trace) for one in seconds)
        every = tuple(sorted((*clocks, *others), key=lambda one: (one.due, one.playbook, one.id)))
        collision = collision_of(every, trace.acknowledged)
        trigger = trigger_of(self._playbook, trace, self._lots)
        injects = [self._report(trace, trigger), *pager_injects(book, silence, trace)]
        injects += self._questions(trace, notes, doubtful)
        injects += self._outside(trace, notes, down)
        injects += self._kept("clocks", collision and clock_inject(collision), "no clock runs")
        watch = handover(book, trace, clocks, self._players)
        injects += self._kept("handover", watch, "no watch with work ends within four hours")
        return Drill(
            asked,
            next((one.title for one in book.all(Organization) if self._players.may_read(one)), ""),
            self._playbook.title,
            asked.audience,
            trace.zone,
            trace,
            tuple(sorted(injects, key=lambda one: one.at)),
            notes,
            every,
            collision,
            seconds,
            tuple(self._shared(trace, seconds)),
            self._playbook.never,
            tuple(one for one in self._playbook.triggers if one != trigger),
            tuple(self._left_out),
            self._players.roles,
            self._tiers(notes, seconds),
            self._playbook.after is not None,
        )

    def _played(self) -> tuple[Silence, Trace, str]:
        """Who is silent, the incident played so, and the question that is in doubt ("" for none)."""
        base = Incident(
            self._asked.at or 0,
            self._playbook.id,
            severity=self._asked.severity,
            region=self._asked.region,
        )
        for silence in silences(self._book, self._playbook, base, self._lots):
            silent = frozenset([silence.role]) if silence.role else frozenset[str]()
            incident = base._replace(silent=silent, silent_levels=silence.levels)
            trace, doubtful = self._way(incident)
            if heard(silence, trace):
                return silence, trace, doubtful
        self._left_out.append(("pager", "nobody who is paged or called on this way can be silent"))
        trace, doubtful = self._way(base)
        return NOBODY, trace, doubtful

    def _way(self, incident: Incident) -> tuple[Trace, str]:
        """The way, with one question answered as the book says in doubt, if there is one to be had."""
        named = doubts(self._playbook, self._players)
        trace = way(self._book, incident, self._lots)
        at = {one.step: one.at for one in reversed(trace.happenings) if one.kind == "begin"}
        fitting = [step for step, said in trace.answers if named.get(step) == said]
        soon = [step for step in fitting if at[step] < trace.incident.at + _SITTING]
        if fitting:
            return trace, self._lots.pick("doubt", list(dict.fromkeys(soon or fitting)))
        asked = next((step for step, _ in trace.answers if step in named), "")
        if not asked:
            return trace, ""
        trace = way(self._book, incident, self._lots, {**NONE, asked: named[asked]})
        return trace, asked if (asked, named[asked]) in trace.answers else ""

    def _report(self, trace: Trace, trigger: str) -> Inject:
        own = own_site(self._book, trace)
        site = own[1].city if own and self._players.may_read(own[0]) else ""
        incident = trace.incident
        case = Case(incident.playbook, incident.harm, incident.severity, incident.region)
        chosen = choose(self._book, case, incident.at)
        source = chosen.matrix.key if chosen else ""
        return report(trace, trigger, site, source, self._players)

    def _questions(
        self, trace: Trace, notes: tuple[StepNote, ...], doubtful: str
    ) -> Iterator[Inject]:
        """The question in doubt, and another one whose facts come late."""
        steps = {stop.step.id: stop.step for stop in flow_of(self._playbook).stops}
        asked = [one for one in notes if one.answer and self._players.may_see(steps[one.step])]
        unclear = next((one for one in asked if one.step == doubtful), None)
        card = doubt(unclear, trace, self._players) if unclear else None
        yield from self._kept("doubt", card, "no question on this way says what to answer in doubt")
        rest = [one for one in asked if one.step != doubtful]
        soon = [one for one in rest if one.at < trace.incident.at + _SITTING]
        rest = soon or rest
        late = late_fact(self._lots.pick("fact", rest), trace, self._players) if rest else None
        yield from self._kept("fact", late, "no other question on this way is open to the players")

    def _outside(self, trace: Trace, notes: tuple[StepNote, ...], down: Down) -> Iterator[Inject]:
        yield from self._kept("site", down.inject, down.why_not)
        card = enquiry(self._book, trace, notes, self._lots)
        why = "nobody of the executive or the press desk is told, or the case is over before"
        yield from self._kept("enquiry", card, why)
        yield from events(trace, notes, self._players)

    def _kept(self, kind: str, inject: Inject | None, why_not: str) -> list[Inject]:
        if inject is None:
            self._left_out.append((kind, why_not))
            return []
        return [inject]

    def _opened(self, trace: Trace) -> Iterator[Second]:
        """The incidents that answers of the first one open."""
        for one in trace.happenings:
            if one.kind == "open":
                playbook = self._book.get(Playbook, one.what)
                facts = [each for each in trace.happenings if each.kind == "fact"]
                known = tuple(parse_fact(each.what) for each in facts if each.at <= one.at)
                at = one.at - one.at % 60
                incident = Incident(at, region=trace.incident.region, facts=known)
                lots = Lots(self._asked.seed, f"{self._playbook.id} opens {one.what}")
                found = opened(self._book, playbook, incident, lots, "", one.step)
                if found is not None:
                    yield found

    def _shared(self, trace: Trace, seconds: tuple[Second, ...]) -> Iterator[Shared]:
        for one in seconds:
            yield from shared(trace, one.trace)

    def _tiers(self, notes: tuple[StepNote, ...], seconds: tuple[Second, ...]) -> tuple[str, ...]:
        """The tiers of what the facilitator's sheet shows and the players may not read."""
        shown = {note.audience for note in notes}
        for one in seconds:
            playbook = self._book.get(Playbook, one.trace.incident.playbook)
            shown |= {note.audience for note in one.steps}
            shown |= {self._book.audience_of(playbook)} if playbook else set()
        shown.add(self._book.audience_of(self._playbook))
        return tuple(sorted(shown - self._players.tiers - {""}))
