"""The critical path of a playbook: by when each duty is met at the latest, whichever way is taken.

An upper bound from one pass over the steps (the critical path method), where the search of all ways would be the
dearest part of judging a book. What it shows to be in time needs no search; of what it does not, it says nothing.
"""

from collections import defaultdict
from collections.abc import Mapping

from watchbill.graph.flow import Flow
from watchbill.graph.stop import END, Stop
from watchbill.model.response import Answer, Decision, Task, Wait
from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.pages import Answered
from watchbill.simulate.proof.people import People, hands_of
from watchbill.simulate.proof.sums import Sums


def steady(flow: Flow, people: People) -> bool:
    """Whether the critical path may be asked: no wait for anybody outside, no way back, all hands always there.

    Then no alarm falls while somebody is off, either.
    """
    hands = {hands_of(step) for _, step in flow.work}
    return not (flow.waits or flow.loops) and all(people.opening(one) == 0 for one in hands)


def surely_met(clock: Clock, met: Mapping[str, int] | None) -> bool:
    """Whether a clock is in time, as it starts no earlier than the incident; one that is never met is not late."""
    if met is not None and clock.id in met:
        return clock.period is not None and not clock.holds and met[clock.id] <= clock.period
    return met is not None


def latest(flow: Flow, people: People, sums: Sums, answered: Answered) -> Mapping[str, int] | None:
    """By duty or milestone, the seconds after the start by which it is met at the latest.

    None where lines wait for each other in a circle.
    """
    path = _Path(flow, people, sums, answered)
    for _ in flow.stops:
        if not path.grows():
            return path.met
    return None


class _Path:
    """What is known so far. Times are seconds after the start, and only grow."""

    def __init__(self, flow: Flow, people: People, sums: Sums, answered: Answered) -> None:
        self._flow, self._people, self._sums = flow, people, sums
        self._answered = answered
        begin = sums.most(answered.at)
        self.met = {"acknowledged": begin}
        # By the number of a stop when a line comes to it, -1 where none does; and by line when it ends.
        self._come = [-1] * len(flow.stops)
        self._ended = defaultdict[str, int](int)
        self._come[0] = begin

    def grows(self) -> bool:
        """Goes through all steps once; whether anything must be gone through again."""
        self._again = False
        for stop in self._flow.stops:
            if self._come[stop.number] >= 0:
                self._pass(stop)
        return self._again

    def _pass(self, stop: Stop) -> None:
        step, at = stop.step, self._come[stop.number]
        if isinstance(step, Wait):
            raise TypeError(step)
        if step.only_if:
            self._lead(stop, stop.line, self._flow.below[stop.number], at)
        if step.earliest:
            at = max(at, step.earliest.nominal_seconds)
        for line in step.wait_for:
            at = max(at, self._ended[line])
        there = self._there(step.role, at)
        if step.second:
            there = max(there, self._there(step.second, at))
        end = there + step.takes.nominal_seconds
        self._bring_about(stop, step, end)
        for exit in self._flow.exits[stop.number]:
            if exit.answer is not None:
                self._bring_about(stop, exit.answer, end)
            rest = exit.again_after.nominal_seconds if exit.again_after else 0
            self._lead(stop, stop.line, exit.target, end + rest)

    def _there(self, role: str, at: int) -> int:
        paged = self._answered.ready
        if role not in paged:
            return at + self._people.longest_call(role)
        ready = paged[role]
        return at if ready is None else max(at, self._sums.most(ready))

    def _bring_about(self, stop: Stop, part: Task | Decision | Answer, at: int) -> None:
        for id in (*part.discharges, *part.reaches):
            self.met[id] = max(at, self.met.get(id, at))
        for line in part.starts:
            steps = self._flow.lines[line]
            self._lead(stop, line, steps.start if steps else END, at)

    def _lead(self, stop: Stop, line: str, target: int, at: int) -> None:
        """From a stop a line comes to another, or ends, no later than at that second."""
        if target == END:
            if at > self._ended[line]:
                self._ended[line] = at
                self._again = self._again or bool(self._flow.joins)
        elif at > self._come[target]:
            self._come[target] = at
            self._again = self._again or target <= stop.number
