"""What matters in a playbook for the clocks that are looked at: steps, answers, and which lines touch each other."""

from collections.abc import Iterable

from watchbill.graph.stop import Exit
from watchbill.model.types import FactTest
from watchbill.simulate.proof.clocks import Clock, possible
from watchbill.simulate.proof.counted import counted
from watchbill.simulate.proof.reach import Deeds, Reach


class Chart:
    """A flow with what matters in it for some clocks.

    `useful` says by the number of each stop whether anything that matters can still be come to from it.
    """

    def __init__(self, reach: Reach, clocks: Iterable[Clock]) -> None:
        self.flow, self.ahead = reach.flow, reach.ahead
        self.clocks = tuple(clocks)
        self.counted = tuple(one for clock in self.clocks for one in counted(clock))
        # What decides whether a clock runs, and whether a hold of it counts.
        self.tests = tuple(
            test
            for clock in self.clocks
            for tests in (clock.tests, *(hold.tests for hold in clock.holds))
            for test in tests
        )
        self._ids = {clock.id for clock in self.clocks}
        self._events = {clock.event for clock in self.clocks}
        for clock in self.clocks:
            self._events.update(*((hold.start, hold.end) for hold in clock.holds))
        # What decides about one clock that may stand still: the order in which it happens matters.
        self._held = [
            {clock.id, clock.event, "severity" if clock.severity else clock.id}.union(
                *((hold.start, hold.end) for hold in clock.holds)
            )
            for clock in self.clocks
            if clock.holds
        ]
        self._severities = {clock.severity for clock in self.clocks}
        self._twice = reach.twice
        self._probes = self._probed(reach.asked)
        self.useful = reach.behind(one.number for one in reach.deeds if self._matters(one))
        self._ways: dict[int, tuple[Exit, ...]] = {}
        self._apart: dict[tuple[int, int], bool] = {}

    def _probed(self, asked: list[FactTest]) -> dict[str, tuple[FactTest, ...]]:
        """By fact, all conditions that anything asks of it."""
        found: dict[str, dict[FactTest, None]] = {}
        for test in (*asked, *self.tests):
            found.setdefault(test.fact, {})[test] = None
        for _, answer in self.flow.answers:
            for test in answer.means:
                if test.fact in self._twice:
                    found.setdefault(test.fact, {})[test] = None
        return {fact: tuple(tests) for fact, tests in found.items()}

    def _matters(self, deeds: Deeds) -> bool:
        """Whether what is done at a stop does anything to a clock."""
        return not (
            self._ids.isdisjoint(deeds.ids)
            and self._events.isdisjoint(deeds.events)
            and self._severities.isdisjoint(deeds.severities)
            and all(test.fact not in deeds.facts for test in self.tests)
        )

    # Which answers differ.

    def ways(self, number: int) -> tuple[Exit, ...]:
        """The exits of a stop, without answers that do what an earlier one does."""
        found = self._ways.get(number)
        if found is None:
            deeds: dict[object, Exit] = {}
            for exit in self.flow.exits[number]:
                deeds.setdefault(self._deed(exit), exit)
            found = self._ways[number] = tuple(deeds.values())
        return found

    def _deed(self, exit: Exit) -> object:
        answer = exit.answer
        way = (exit.target, exit.at_most, exit.again_after)
        if answer is None:
            return way
        facts = frozenset(
            (probe, _said(probe, test))
            for test in answer.means
            for probe in self._probes.get(test.fact, ())
        )
        events = self._events
        return (
            way,
            possible(answer.means),
            answer.starts,
            facts,
            frozenset(event for event in answer.marks if event in events),
            frozenset(id for id in (*answer.discharges, *answer.reaches) if id in self._ids),
            frozenset(id for id in answer.excuses if id in self._ids),
            answer.severity if answer.severity in self._severities else None,
        )

    # Which lines touch each other.

    def apart(self, one: int, other: int) -> bool:
        """Whether what lies ahead of two steps of different lines does not depend on which comes first.

        Roles that are yet to be called aside.
        """
        found = self._apart.get((one, other))
        if found is None:
            a, b = self.ahead(one), self.ahead(other)
            found = self._apart[one, other] = not (
                a.sets & (b.sets | b.asks)
                or b.sets & a.asks
                or a.lines & b.lines
                or a.lines & b.waits
                or b.lines & a.waits
                or a.ids & b.ids & (self._ids | self._events | {"severity"})
                or any(a.ids & group and b.ids & group for group in self._held)
            )
        return found


def _said(probe: FactTest, test: FactTest) -> bool | None:
    """What a fact that was told says about a condition on the same fact."""
    if isinstance(probe.value, bool):
        return (test.value is not False) is probe.value
    if test.value is False:
        return False
    return None if test.value is True else test.value == probe.value
