"""The forward pass of the critical path method: no later than when a step is come to, and done with.

What is added on the way is left to who asks: seconds that are the same whenever it begins, or the hours that follow.
"""

from abc import ABC, abstractmethod
from collections import defaultdict

from watchbill.graph.flow import Flow
from watchbill.graph.stop import END, Exit, Path, Stop
from watchbill.model.response import Answer, Decision, Task, Wait
from watchbill.simulate.proof.pages import Answered
from watchbill.simulate.proof.when import When


class Forward(ABC):
    """What is known so far since the start, or since the end of the wait at the stop `origin`.

    Seconds, or instants; they only grow. Ways back are left out, unless `back` lets them lead on once more.
    """

    def __init__(self, flow: Flow, answered: Answered, origin: int, begin: int) -> None:
        self._flow, self._answered, self._origin = flow, answered, origin
        # By duty, or event, and the stop where it is met or marked, when it is; by the number of a stop when a
        # line comes to it and when it is done with it, where that is so; and by line when it ends.
        self.met: dict[tuple[str, int], int] = {}
        self.marked: dict[tuple[str, int], int] = {}
        self.come: dict[int, int]
        self.done: dict[int, int] = {}
        self._ended = defaultdict[str, int](int)
        # The ways back that lead where no line has come since: these are ways like others.
        self._entries = set[Path]()
        # All lines stand still when what is waited for happens: those that wait for others may go on then.
        self.begin = begin
        firsts = [0] if origin < 0 else [origin, *(use.stop for use in flow.joins)]
        self.come = dict.fromkeys(firsts, begin)
        # The stops that have to be gone through, as something is later that they rest on.
        self._open = set(firsts)

    @abstractmethod
    def given(self, when: When) -> int:
        """No earlier than an instant that is known since the start."""

    @abstractmethod
    def called(self, role: str, at: int) -> int:
        """When a role is there that is called no later than then."""

    @abstractmethod
    def worked(self, step: Task | Decision, there: int) -> int:
        """When a step is done whose people are there no later than then."""

    @property
    def loops(self) -> list[Exit]:
        """The ways back that are taken from a stop which is come to."""
        return [
            exit
            for exit in self._flow.loops
            if exit.path not in self._entries and exit.source in self.done
        ]

    def settles(self) -> bool:
        """Goes through all steps until nothing grows; whether it comes to that."""
        for _ in self._flow.stops:
            for stop in self._flow.stops:
                if stop.number in self._open:
                    self._open.remove(stop.number)
                    self._pass(stop)
            if not self._open:
                return True
        return False

    def back(self) -> None:
        """Lets each way back lead on once more."""
        for exit in self.loops:
            stop = self._flow.stops[exit.source]
            self._lead(stop, stop.line, exit.target, self._left(exit, self.done[exit.source]))

    def _pass(self, stop: Stop) -> None:
        step, at = stop.step, self.come[stop.number]
        if isinstance(step, Wait):
            if stop.number == self._origin:
                self.marked[step.wait, stop.number] = self.begin
                self._lead(stop, stop.line, self._flow.exits[stop.number][0].target, at)
            return
        if step.only_if:
            self._lead(stop, stop.line, self._flow.below[stop.number], at)
        if step.earliest:
            at = max(at, self.given(step.earliest.nominal_seconds))
        for line in step.wait_for:
            at = max(at, self._ended[line])
        there = self._there(step.role, at)
        if step.second:
            there = max(there, self._there(step.second, at))
        end = self.done[stop.number] = self.worked(step, there)
        self._bring_about(stop, step, end)
        self._leave(stop, end)

    def _leave(self, stop: Stop, end: int) -> None:
        for exit in self._flow.exits[stop.number]:
            if exit.answer is not None:
                self._bring_about(stop, exit.answer, end)
            if exit.backward and exit.target not in self.come:
                self._entries.add(exit.path)
            if not exit.backward or exit.path in self._entries:
                self._lead(stop, stop.line, exit.target, self._left(exit, end))

    def _left(self, exit: Exit, end: int) -> int:
        return end + exit.again_after.nominal_seconds if exit.again_after else end

    def _there(self, role: str, at: int) -> int:
        paged = self._answered.ready
        if role not in paged:
            return self.called(role, at)
        ready = paged[role]
        # Who was paged is there when all lines stand still.
        return at if ready is None or self._origin >= 0 else max(at, self.given(ready))

    def _bring_about(self, stop: Stop, part: Task | Decision | Answer, at: int) -> None:
        for found, ids in (
            (self.met, (*part.discharges, *part.reaches)),
            (self.marked, part.marks),
        ):
            for id in ids:
                key = id, stop.number
                found[key] = max(at, found.get(key, at))
        for line in part.starts:
            steps = self._flow.lines[line]
            self._lead(stop, line, steps.start if steps else END, at)

    def _lead(self, stop: Stop, line: str, target: int, at: int) -> None:
        """From a stop a line comes to another, or ends, no later than then."""
        if target == END:
            if at > self._ended[line]:
                self._ended[line] = at
                self._open.update(
                    use.stop
                    for use in self._flow.joins
                    if use.line == line and use.stop in self.come
                )
            return
        # Whoever comes to a wait stands still: what follows is counted since its end.
        stands = isinstance(self._flow.stops[target].step, Wait)
        if not stands and at > self.come.get(target, -1):
            self.come[target] = at
            self._open.add(target)
