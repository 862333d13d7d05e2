"""The worst minute of the removal order by brute force: every start minute, every way. Shares nothing with the engine.

All starts are tried, one answer after another; what two ways have in common is worked out once, and two
outcomes are one only where the very same instants led to both.
"""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tests.simulate.oracle_clocks import SILENT, Clock, binds, clocks, switches
from tests.simulate.removal_people import Instants, Tables
from tests.simulate.removal_ways import MAIN, Way, Ways
from watchbill.model.book import Book
from watchbill.model.response import Playbook

Said = tuple[tuple[str, str], ...]


class Outcome(NamedTuple):
    """A clock that was met, or held, at some instants: when it was due, for which starts, since which event."""

    clock: Clock
    since: str
    start: Instants
    due: Instants
    at: Instants


class Worst(NamedTuple):
    """The least slack in minutes, the earliest minute that reaches it, how many do, and the ways there."""

    slack: int
    at: int
    shared: int
    ways: tuple[Said, ...]


class Stood(NamedTuple):
    """What a way takes over an event: its outcomes, what was left of clocks that are held, what was met."""

    outcomes: tuple[Outcome, ...] = ()
    held: tuple[tuple[Clock, int], ...] = ()
    met: frozenset[str] = frozenset()


class Order:
    """One playbook tried at each of these minutes; `ways` is how many were gone to their end."""

    def __init__(self, book: Book, playbook: Playbook, starts: Sequence[int]) -> None:
        self.book, self.playbook = book, playbook
        self.tables = Tables(book, starts)
        self.whole = self.tables.instants(array("i", starts))
        self._ways = Ways(playbook, self.tables)
        self.clocks = clocks(book, playbook)
        self._found: dict[Outcome, list[Said]] = {}
        self._check(starts)
        self._walk()

    def _check(self, starts: Sequence[int]) -> None:
        """What is not counted here is refused: laws that begin to bind, raised severities, holds of side lines."""
        line_of = self._ways.line_of
        for clock in self.clocks:
            assert clock.severity in ("", self.playbook.default_severity)
            for day in (starts[0], starts[-1]):
                assert clock.in_force is None or binds(clock.in_force, clock.counting.zone, day)
            for hold, _ in clock.holds:
                assert hold.end not in line_of
                assert clock.event in self.playbook.begins
                assert {line_of[hold.start], line_of.get(clock.id, MAIN)} == {MAIN}

    @property
    def ways(self) -> int:
        return self._ways.gone

    def worst(self, starts: range) -> dict[tuple[str, ...], Worst]:
        """Each clock at its worst of these starts, by its name and the event since which it is looked at."""
        by_name: dict[tuple[str, ...], list[Outcome]] = {}
        for one in self._found:
            by_name.setdefault((*one.clock.name, one.since), []).append(one)
        found = {name: self._least(all_, starts) for name, all_ in by_name.items()}
        return {name: one for name, one in found.items() if one}

    def _walk(self) -> None:
        silents = dict.fromkeys(SILENT[clock.kind] for clock in self.clocks)
        for (silent, roles), rows in self.tables.paged(self.playbook, silents).items():
            ours = [clock for clock in self.clocks if SILENT[clock.kind] == silent]
            self._follow(self._first(roles, rows), Stood(), ours)

    def _first(self, roles: tuple[str, ...], rows: list["array[int]"]) -> Way:
        """The way on which incidents begin at some starts, which is answered, and on which these roles are there."""
        start, answered, *there = map(self.tables.instants, rows)
        way = Way(start)
        way.facts = dict(switches(self.book))
        way.ready = dict(zip(roles, there, strict=True))
        way.happened = [("mark", event, start) for event in self.playbook.begins]
        way.happened.append(("meet", "acknowledged", answered))
        self._ways.begin(way, answered)
        return way

    def _follow(self, first: Way, before: Stood, ours: list[Clock]) -> None:
        """Follows a way, and again from each event that it waits for, to all its ends."""
        open_ = [(first, before)]
        while open_:
            begun, stood = open_.pop()
            for way in self._ways.follow(begun):
                now = self._tell(way, stood, ours)
                number = len(way.waiting)
                open_ += [(self._ways.resumed(way, one, self.whole), now) for one in range(number)]
                if not way.waiting:
                    self._note(way, now)

    def _note(self, way: Way, stood: Stood) -> None:
        """A way that is over: what it does not owe is left out."""
        said = tuple(way.said)
        for outcome in stood.outcomes:
            clock = outcome.clock
            if clock.id not in way.excused and not self._ways.contradicted(way, clock.tests):
                self._found.setdefault(outcome, []).append(said)

    def _tell(self, way: Way, stood: Stood, ours: list[Clock]) -> Stood:
        """What happens to the clocks since the start, or since the event."""
        runs = _Running(self, way, stood)
        runs.release()
        for kind, name, at in way.happened:
            if kind == "mark":
                runs.mark(name, at, ours)
            else:
                runs.meet(name, at, ours)
        return Stood(tuple(runs.outcomes), tuple(runs.held.items()), frozenset(runs.met))

    def _least(self, found: list[Outcome], starts: range) -> Worst | None:
        slacks = [(one, *_slacks(one, starts)) for one in found]
        least = min((min(slack) for _, _, slack in slacks if slack), default=None)
        if least is None:
            return None
        minutes: set[int] = set()
        where: dict[Outcome, int] = {}
        for one, here, slack in slacks:
            there = [start for start, left in zip(here, slack, strict=True) if left == least]
            minutes.update(there)
            where[one] = min(there, default=-1)
        first = min(minutes)
        ways = [way for one, at in where.items() if at == first for way in self._found[one]]
        return Worst(least, first, len(minutes), tuple(ways))


def _slacks(outcome: Outcome, starts: range) -> tuple["array[int]", "array[int]"]:
    """Those of the starts for which it comes to that, and what is left then."""
    at = outcome.start.at
    here = slice(bisect_left(at, starts.start), bisect_left(at, starts.stop))
    left = array("i", map(int.__sub__, outcome.due.at[here], outcome.at.at[here]))
    return at[here], left


class _Running:
    """The clocks of one way, from the start or from an event on."""

    def __init__(self, order: Order, way: Way, stood: Stood) -> None:
        self._order, self._way = order, way
        self.outcomes, self.met = list(stood.outcomes), set(stood.met)
        self.held = dict(stood.held)
        self._begun: dict[Clock, tuple[Instants, Instants]] = {}

    def release(self) -> None:
        """The event that was waited for: what it held begins anew, or has left what it had."""
        tables, start = self._order.tables, self._way.start
        for clock, left in list(self.held.items()):
            for hold, _ in clock.holds:
                if hold.end == self._way.since:
                    del self.held[clock]
                    # A promise only stands still while the law's clock is held, whatever becomes of that.
                    again = hold.then == "restart" and clock.kind != "target"
                    due = tables.due(clock, start) if again else tables.passed(clock, start, left)
                    self._begun[clock] = start, due

    def mark(self, event: str, at: Instants, ours: list[Clock]) -> None:
        for clock in ours:
            if clock.event == event and clock not in self._begun and clock.id not in self.met:
                self._begun[clock] = at, self._order.tables.due(clock, at)
        for clock in list(self._begun):
            if any(
                hold.start == event and not self._order._ways.contradicted(self._way, tests)
                for hold, tests in clock.holds
            ):
                self._hold(clock, at)

    def _hold(self, clock: Clock, at: Instants) -> None:
        """It has to be in time until it is held; what is left then at least is left afterwards.

        Where it is late by then nothing holds it any more, and it is late for good.
        """
        _, due = self._begun.pop(clock)
        self._done(clock, due, at)
        left = self._order.tables.left(clock, at, due)
        if left is not None:
            self.held[clock] = left

    def meet(self, id: str, at: Instants, ours: list[Clock]) -> None:
        assert id not in self.met or self._way.since
        self.met.add(id)
        for clock in ours:
            if clock.id == id and clock in self._begun:
                self._done(clock, self._begun.pop(clock)[1], at)
            assert clock.id != id or clock not in self.held

    def _done(self, clock: Clock, due: Instants, at: Instants) -> None:
        way = self._way
        self.outcomes.append(Outcome(clock, way.since, way.start, due, at))
