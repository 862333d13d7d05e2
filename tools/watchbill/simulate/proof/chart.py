"""What lies ahead of each step of a playbook: duties, roles, lines and facts, for the clocks looked at."""

from collections.abc import Iterable
from typing import NamedTuple

from watchbill.graph.flow import Flow
from watchbill.graph.stop import Exit, Stop
from watchbill.model.response import Answer, Decision, Task, Wait
from watchbill.model.types import FactTest
from watchbill.simulate.proof.clocks import Clock, possible


class Ahead(NamedTuple):
    """What can still be come to from a step, itself included."""

    useful: bool
    roles: frozenset[str]
    lines: frozenset[str]
    waits: frozenset[str]
    sets: frozenset[str]
    asks: frozenset[str]
    ids: frozenset[str]


class Chart:
    """A flow with what matters in it for some clocks."""

    def __init__(self, flow: Flow, clocks: Iterable[Clock]) -> None:
        self.flow = flow
        self.clocks = tuple(clocks)
        self.tests = tuple(test for clock in self.clocks for test in clock.tests)
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
        self._severities = {clock.severity for clock in self.clocks if clock.severity}
        # What is set at two places, or anew each time round, may contradict what was said before.
        setters: dict[str, set[tuple[int, FactTest | None]]] = {}
        for exit, answer in flow.answers:
            again = bool(answer.means) and exit.source in flow.after(exit.source)
            for test in answer.means:
                setters.setdefault(test.fact, set()).add((exit.source, test if again else None))
        asked = [test for stop in flow.stops for test in stop.step.only_if]
        watched = [test.fact for test in (*asked, *self.tests)]
        self._twice = {fact for fact, at in setters.items() if len(at) > 1}
        self._facts = {*watched, *self._twice}
        self._probes = self._probed(asked)
        self.ahead = [self._ahead(stop.number) for stop in flow.stops]
        self.ways = [self._distinct(stop) for stop in flow.stops]
        self._apart: dict[tuple[int, int], bool] = {}

    def _probed(self, asked: list[FactTest]) -> dict[str, tuple[FactTest, ...]]:
        """By fact, all conditions that anything asks of it."""
        found: dict[str, dict[FactTest, None]] = {}
        means = [test for _, answer in self.flow.answers for test in answer.means]
        for test in (*asked, *self.tests, *(one for one in means if one.fact in self._twice)):
            found.setdefault(test.fact, {})[test] = None
        return {fact: tuple(tests) for fact, tests in found.items()}

    # What a part does.

    def matters(self, part: Task | Decision | Answer) -> bool:
        """Whether a step's end, or an answer, does anything to a clock."""
        ids, events = self._ids, self._events
        if not (ids.isdisjoint(part.discharges) and ids.isdisjoint(part.reaches)):
            return True
        if not events.isdisjoint(part.marks):
            return True
        if not isinstance(part, Answer):
            return False
        excuses = not ids.isdisjoint(part.excuses)
        facts = any(test.fact == one.fact for test in self.tests for one in part.means)
        return excuses or facts or part.severity in self._severities

    def _useful(self, stop: Stop) -> bool:
        step = stop.step
        if isinstance(step, Wait):
            return step.wait in self._events
        return self.matters(step) or any(
            exit.answer is not None and self.matters(exit.answer)
            for exit in self.flow.exits[stop.number]
        )

    def _ahead(self, number: int) -> Ahead:
        flow, open_, seen = self.flow, [number], {number}
        while open_:
            here = open_.pop()
            further = list(flow.targets[here])
            for line in self._starts(flow.stops[here]):
                numbers = flow.lines.get(line)
                further.extend([numbers.start] if numbers else [])
            for target in further:
                if target >= 0 and target not in seen:
                    seen.add(target)
                    open_.append(target)
        return self._told([flow.stops[one] for one in sorted(seen)])

    def _told(self, stops: list[Stop]) -> Ahead:
        steps = [stop.step for stop in stops]
        work = [step for step in steps if not isinstance(step, Wait)]
        parts: list[Task | Decision | Answer] = list(work)
        for stop in stops:
            parts.extend(exit.answer for exit in self.flow.exits[stop.number] if exit.answer)
        answers = [part for part in parts if isinstance(part, Answer)]
        ids = {id for part in parts for id in (*part.discharges, *part.reaches, *part.marks)}
        ids |= {"severity" for one in answers if one.severity}
        ids |= {id for one in answers for id in one.excuses}
        return Ahead(
            any(self._useful(stop) for stop in stops),
            frozenset(role for step in work for role in (step.role, step.second) if role),
            frozenset(line for stop in stops for line in self._starts(stop)),
            frozenset(line for step in steps for line in step.wait_for),
            frozenset(
                test.fact for one in answers for test in one.means if test.fact in self._facts
            ),
            frozenset(test.fact for step in steps for test in step.only_if),
            frozenset(ids),
        )

    def _starts(self, stop: Stop) -> tuple[str, ...]:
        step = stop.step
        if isinstance(step, Wait):
            return ()
        answers = (exit.answer for exit in self.flow.exits[stop.number] if exit.answer)
        return (*step.starts, *(line for answer in answers for line in answer.starts))

    # Which answers differ.

    def _distinct(self, stop: Stop) -> tuple[Exit, ...]:
        """The exits of a stop, without answers that do what an earlier one does."""
        found: dict[object, Exit] = {}
        for exit in self.flow.exits[stop.number]:
            found.setdefault(self._deed(exit), exit)
        return tuple(found.values())

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
        key = (one, other) if one < other else (other, one)
        found = self._apart.get(key)
        if found is None:
            a, b = self.ahead[one], self.ahead[other]
            found = self._apart[key] = not (
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
