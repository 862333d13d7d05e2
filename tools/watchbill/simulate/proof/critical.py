"""The critical path of a playbook: by when each duty is met at the latest, whichever way is taken.

An upper bound from one pass over the steps (the critical path method), where the search of all ways would be the
dearest part of judging a book. What it shows to be in time needs no search; of what it does not, it says nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from watchbill.graph.flow import Flow
from watchbill.graph.stop import END, MAIN, Exit, Path, Stop
from watchbill.model.response import Answer, Decision, Task, Wait
from watchbill.simulate.proof.pages import Answered
from watchbill.simulate.proof.people import People, hands_of
from watchbill.simulate.proof.sums import Sums
from watchbill.timeline.track import NEVER

# Seconds, and the stops that they delay.
_Delays = Iterable[tuple[int, frozenset[int]]]


class Latest(NamedTuple):
    """What is so at the latest since the start, or since an event outside that is waited for.

    By duty or milestone the seconds by which it is met; by event those by which it is marked. NEVER beyond the
    days for which that is known. `times` is how often a way may come to it.
    """

    met: Mapping[str, int]
    marked: Mapping[str, int]
    times: int


def latest(flow: Flow, people: People, sums: Sums, answered: Answered) -> list[Latest] | None:
    """What is so at the latest since the start, and since the end of each wait.

    None where nobody can tell: lines wait for each other in a circle, or a way back has no bound.
    """
    if any(exit.at_most is None for exit in flow.loops):
        return None
    origins = [-1, *(stop.number for stop, _ in flow.waits)]
    found = [_Path(flow, people, sums, answered, origin).latest() for origin in origins]
    known = [one for one in found if one is not None]
    return known if len(known) == len(found) else None


class _Path:
    """What is known so far since the start, or since the end of the wait at the stop `origin`.

    Times are seconds, and only grow. Ways back are left out; how long they may take is added in the end.
    """

    def __init__(
        self, flow: Flow, people: People, sums: Sums, answered: Answered, origin: int
    ) -> None:
        self._flow, self._people, self._sums = flow, people, sums
        self._answered, self._origin = answered, origin
        # By duty, or event, and the stop where it is met or marked, when it is; by the number of a stop when a
        # line comes to it, -1 where none does, and when it is done with it; and by line when it ends.
        self._met: dict[tuple[str, int], int] = {}
        self._marked: dict[tuple[str, int], int] = {}
        # The ways back that lead where no line has come since: these are ways like others.
        self._entries = set[Path]()
        self._come = [-1] * len(flow.stops)
        self._done = [-1] * len(flow.stops)
        self._ended = defaultdict[str, int](int)
        if origin < 0:
            self._come[0] = self._begin = sums.most(answered.at)
            return
        # All lines stand still when it happens: those that wait for others may go on then.
        self._begin = self._come[origin] = 0
        for use in flow.joins:
            self._come[use.stop] = 0

    def latest(self) -> Latest | None:
        """What is so at the latest; None where it does not come to rest."""
        if not self._settles():
            return None
        late = list(self._delays())
        begun = {"acknowledged": self._begin} if self._origin < 0 else {}
        times = 1 + sum(
            exit.at_most or 0
            for exit in self._flow.loops
            if self._origin in behind(self._flow, exit.target)
        )
        return Latest(self._with(late, self._met, begun), self._with(late, self._marked, {}), times)

    def _with(
        self, late: _Delays, what: Mapping[tuple[str, int], int], begun: Mapping[str, int]
    ) -> Mapping[str, int]:
        """By what happens when it does, with the delays before the stop where it does."""
        found = dict(begun)
        for (id, stop), at in what.items():
            whole = at + sum(seconds for seconds, after in late if stop in after)
            found[id] = max(whole, found.get(id, whole))
        return {id: at if at <= self._people.surely else NEVER for id, at in found.items()}

    def _settles(self) -> bool:
        """Goes through all steps until nothing grows; whether it comes to that."""
        for _ in self._flow.stops:
            self._again = False
            for stop in self._flow.stops:
                if self._come[stop.number] >= 0:
                    self._pass(stop)
            if not self._again:
                return True
        return False

    def _pass(self, stop: Stop) -> None:
        step, at = stop.step, self._come[stop.number]
        if isinstance(step, Wait):
            if stop.number == self._origin:
                self._marked[step.wait, stop.number] = 0
                self._lead(stop, stop.line, self._flow.exits[stop.number][0].target, at)
            return
        if step.only_if:
            self._lead(stop, stop.line, self._flow.below[stop.number], at)
        if step.earliest:
            at = max(at, step.earliest.nominal_seconds)
        for line in step.wait_for:
            at = max(at, self._ended[line])
        there = self._there(step.role, at)
        if step.second:
            there = max(there, self._there(step.second, at))
        end = there + self._people.longest_work(hands_of(step), step.takes.nominal_seconds)
        self._done[stop.number] = end
        self._bring_about(stop, step, end)
        self._leave(stop, end)

    def _leave(self, stop: Stop, end: int) -> None:
        for exit in self._flow.exits[stop.number]:
            if exit.answer is not None:
                self._bring_about(stop, exit.answer, end)
            if exit.backward and self._come[exit.target] < 0:
                self._entries.add(exit.path)
            if not exit.backward or exit.path in self._entries:
                self._lead(stop, stop.line, exit.target, end + _rest(exit))

    def _there(self, role: str, at: int) -> int:
        paged = self._answered.ready
        if role not in paged:
            return at + self._people.longest_call(role)
        ready = paged[role]
        return at if ready is None else max(at, self._sums.most(ready))

    def _bring_about(self, stop: Stop, part: Task | Decision | Answer, at: int) -> None:
        for found, ids in (
            (self._met, (*part.discharges, *part.reaches)),
            (self._marked, part.marks),
        ):
            for id in ids:
                key = id, stop.number
                found[key] = max(at, found.get(key, at))
        for line in part.starts:
            steps = self._flow.lines[line]
            self._lead(stop, line, steps.start if steps else END, at)

    def _lead(self, stop: Stop, line: str, target: int, at: int) -> None:
        """From a stop a line comes to another, or ends, no later than at that second."""
        if target == END:
            if at > self._ended[line]:
                self._ended[line] = at
                self._again = self._again or bool(self._flow.joins)
        elif at > self._come[target] and not isinstance(self._flow.stops[target].step, Wait):
            # Whoever comes to a wait stands still: what follows is counted since its end.
            self._come[target] = at
            self._again = self._again or target <= stop.number

    def _delays(self) -> _Delays:
        """How long each way back may take in all, and the stops that come after it.

        Whoever goes back comes again to where he turned round after no longer than from the one to the other, and
        as often as the way back may be taken.
        """
        for exit in self._flow.loops:
            done, come = self._done[exit.source], self._come[exit.target]
            if exit.path not in self._entries and done >= 0 and come >= 0:
                whole = (exit.at_most or 0) * (done + _rest(exit) - come)
                yield whole, behind(self._flow, exit.target)


def behind(flow: Flow, number: int) -> frozenset[int]:
    """A stop and all that may come after it, in its line and in those that it starts or holds up."""
    open_, seen = [number], {number}
    while open_:
        stop = flow.stops[open_.pop()]
        lines = {line for part in parts_of(flow, stop) for line in part.starts}
        further = [
            *flow.targets[stop.number],
            *(flow.lines[line].start for line in lines if flow.lines.get(line)),
            *(use.stop for use in flow.joins if use.line == stop.line != MAIN),
        ]
        fresh = {one for one in further if one >= 0} - seen
        seen |= fresh
        open_.extend(fresh)
    return frozenset(seen)


def parts_of(flow: Flow, stop: Stop) -> list[Task | Decision | Answer]:
    """A step and its answers."""
    if isinstance(stop.step, Wait):
        return []
    return [stop.step, *(exit.answer for exit in flow.exits[stop.number] if exit.answer)]


def _rest(exit: Exit) -> int:
    return exit.again_after.nominal_seconds if exit.again_after else 0
