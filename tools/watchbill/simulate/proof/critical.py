"""The critical path of a playbook: by when each duty is met at the latest, whichever way is taken.

An upper bound from one pass over the steps (the critical path method), where the search of all ways would be the
dearest part of judging a book. What it shows to be in time needs no search; of what it does not, it says nothing.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from watchbill.graph.flow import Flow
from watchbill.graph.stop import MAIN, Stop
from watchbill.model.response import Answer, Decision, Task, Wait
from watchbill.simulate.proof.extremes import Extremes
from watchbill.simulate.proof.forward import Forward
from watchbill.simulate.proof.pages import Answered
from watchbill.simulate.proof.people import hands_of
from watchbill.simulate.proof.sums import Sums
from watchbill.simulate.proof.when import When
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


def latest(flow: Flow, most: Extremes, sums: Sums, answered: Answered) -> list[Latest] | None:
    """What is so at the latest since the start, and since the end of each wait.

    None where nobody can tell: lines wait for each other in a circle, or a way back has no bound.
    """
    if any(exit.at_most is None for exit in flow.loops):
        return None
    origins = [-1, *(stop.number for stop, _ in flow.waits)]
    found = [_Longest(flow, most, sums, answered, origin).latest() for origin in origins]
    known = [one for one in found if one is not None]
    return known if len(known) == len(found) else None


class _Longest(Forward):
    """Seconds: each call and each work lasts as long as it ever does.

    How long all ways back may take is added in the end.
    """

    def __init__(
        self, flow: Flow, most: Extremes, sums: Sums, answered: Answered, origin: int
    ) -> None:
        self._most, self._sums = most, sums
        super().__init__(flow, answered, origin, 0 if origin >= 0 else sums.most(answered.at))

    def given(self, when: When) -> int:
        """At the latest."""
        return self._sums.most(when)

    def called(self, role: str, at: int) -> int:
        """After the longest call."""
        return at + self._most.longest_call(role)

    def worked(self, step: Task | Decision, there: int) -> int:
        """After the longest work."""
        return there + self._most.longest_work(hands_of(step), step.takes.nominal_seconds)

    def latest(self) -> Latest | None:
        """What is so at the latest; None where it does not come to rest."""
        if not self.settles():
            return None
        late = list(self._delays())
        begun = {"acknowledged": self.begin} if self._origin < 0 else {}
        times = 1 + sum(
            exit.at_most or 0
            for exit in self._flow.loops
            if self._origin in behind(self._flow, exit.target)
        )
        return Latest(self._with(late, self.met, begun), self._with(late, self.marked, {}), times)

    def _with(
        self, late: _Delays, what: Mapping[tuple[str, int], int], begun: Mapping[str, int]
    ) -> Mapping[str, int]:
        """By what happens when it does, with the delays before the stop where it does."""
        found = dict(begun)
        for (id, stop), at in what.items():
            whole = at + sum(seconds for seconds, after in late if stop in after)
            found[id] = max(whole, found.get(id, whole))
        return {id: at if at <= self._most.surely else NEVER for id, at in found.items()}

    def _delays(self) -> _Delays:
        """How long each way back may take in all, and the stops that come after it.

        Whoever goes back comes again to where he turned round after no longer than from the one to the other, and
        as often as the way back may be taken.
        """
        for exit in self.loops:
            once = self._left(exit, self.done[exit.source]) - self.come[exit.target]
            yield (exit.at_most or 0) * once, behind(self._flow, exit.target)


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
