"""What can still be come to from each step of a playbook, whatever the clocks: worked out when it is asked for."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from watchbill.graph.flow import Flow, flow_of
from watchbill.graph.stop import Stop
from watchbill.model.memo import once
from watchbill.model.response import Answer, Decision, Playbook, Task, Wait
from watchbill.model.types import FactTest


class Ahead(NamedTuple):
    """What lies ahead of a step, itself included.

    Roles; side lines that start or are waited for; facts that answers set or steps ask for; the duties,
    milestones and events that are met, marked or excused.
    """

    roles: frozenset[str]
    lines: frozenset[str]
    waits: frozenset[str]
    sets: frozenset[str]
    asks: frozenset[str]
    ids: frozenset[str]


class Deeds(NamedTuple):
    """What a step, its end or an answer to it does: what it meets or excuses, marks, sets, and raises to."""

    number: int
    ids: frozenset[str]
    events: frozenset[str]
    facts: frozenset[str]
    severities: frozenset[str | None]


class Reach:
    """A flow, and what lies ahead of each of its stops."""

    def __init__(self, playbook: Playbook) -> None:
        self.flow: Flow = flow_of(playbook)
        # The conditions of steps, and the facts that are set at two places, or anew each time round: what
        # is said there may contradict what was said before.
        self.asked: list[FactTest] = []
        for stop in self.flow.stops:
            self.asked.extend(stop.step.only_if)
        setters: dict[str, set[tuple[int, FactTest | None]]] = {}
        for exit, answer in self.flow.answers:
            again = exit.source in self.flow.after(exit.source)
            for test in answer.means:
                setters.setdefault(test.fact, set()).add((exit.source, test if again else None))
        self.twice = {fact for fact, at in setters.items() if len(at) > 1}
        self.deeds = [_deeds(self.flow, stop) for stop in self.flow.stops]
        self._further = [self._leads(stop) for stop in self.flow.stops]
        self._ahead: dict[int, Ahead] = {}

    def _leads(self, stop: Stop) -> list[int]:
        found = [target for target in self.flow.targets[stop.number] if target >= 0]
        for line in _starts(self.flow, stop):
            numbers = self.flow.lines.get(line)
            if numbers:
                found.append(numbers.start)
        return found

    def behind(self, wanted: Iterable[int]) -> list[bool]:
        """By the number of each stop, whether one of these can still be come to from it."""
        found = [False] * len(self._further)
        for number in wanted:
            found[number] = True
        grown = True
        while grown:
            grown = False
            for number in reversed(range(len(found))):
                if not found[number] and any(found[one] for one in self._further[number]):
                    found[number] = grown = True
        return found

    def ahead(self, number: int) -> Ahead:
        """What lies ahead of a stop."""
        found = self._ahead.get(number)
        if found is None:
            found = self._ahead[number] = _told(self.flow, self._after(number))
        return found

    def _after(self, number: int) -> list[Stop]:
        open_, seen = [number], {number}
        while open_:
            for target in self._further[open_.pop()]:
                if target not in seen:
                    seen.add(target)
                    open_.append(target)
        return [self.flow.stops[one] for one in seen]


_NONE: frozenset[str] = frozenset()
reach_of: Callable[[Playbook], Reach] = once(Reach)


def _deeds(flow: Flow, stop: Stop) -> Deeds:
    step = stop.step
    if isinstance(step, Wait):
        return Deeds(stop.number, _NONE, frozenset((step.wait,)), _NONE, _NONE)
    answers = [exit.answer for exit in flow.exits[stop.number] if exit.answer]
    parts: list[Task | Decision | Answer] = [step, *answers]
    ids = [id for part in parts for id in (*part.discharges, *part.reaches)]
    return Deeds(
        stop.number,
        frozenset((*ids, *(id for one in answers for id in one.excuses))),
        frozenset(event for part in parts for event in part.marks),
        frozenset(test.fact for one in answers for test in one.means),
        frozenset(one.severity for one in answers),
    )


def _told(flow: Flow, stops: list[Stop]) -> Ahead:
    steps = [stop.step for stop in stops]
    work = [step for step in steps if not isinstance(step, Wait)]
    answers = [exit.answer for stop in stops for exit in flow.exits[stop.number] if exit.answer]
    parts: list[Task | Decision | Answer] = [*work, *answers]
    ids = {id for part in parts for id in (*part.discharges, *part.reaches, *part.marks)}
    ids |= {"severity" for one in answers if one.severity}
    return Ahead(
        frozenset(role for step in work for role in (step.role, step.second) if role),
        frozenset(line for stop in stops for line in _starts(flow, stop)),
        frozenset(line for step in steps for line in step.wait_for),
        frozenset(test.fact for one in answers for test in one.means),
        frozenset(test.fact for step in steps for test in step.only_if),
        frozenset(ids),
    )


def _starts(flow: Flow, stop: Stop) -> tuple[str, ...]:
    """The side lines that a step or one of its answers starts."""
    step = stop.step
    if isinstance(step, Wait):
        return ()
    answers = (exit.answer for exit in flow.exits[stop.number] if exit.answer)
    return (*step.starts, *(line for answer in answers for line in answer.starts))
