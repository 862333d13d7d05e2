"""Every way through a playbook, each walked once for all starts: the symbolic twin of a course.

The twin says of all starts at once what `course` says of one. Where it depends on the start which of two
lines comes first, and it matters, the way is parted into two sets of starts.
"""

from collections.abc import Callable

from watchbill.graph.stop import MAIN
from watchbill.model.response import Wait
from watchbill.simulate.proof.branch import Branch, Item
from watchbill.simulate.proof.chart import Chart
from watchbill.simulate.proof.events import outcomes, resumed
from watchbill.simulate.proof.mind import Values
from watchbill.simulate.proof.people import People
from watchbill.simulate.proof.question import MOST
from watchbill.simulate.proof.steps import Steps
from watchbill.simulate.proof.sums import Sums
from watchbill.simulate.proof.when import When, before, first_minute, outside
from watchbill.timeline.track import NEVER

# A way of more steps than this is no way that anybody goes.
MOST_STEPS = 100 * MOST


class TooManyError(Exception):
    """There are more ways through a playbook than can be told."""


class Paths:
    """A walk over all ways of a chart. `leaf` is called with each that is over."""

    def __init__(
        self,
        chart: Chart,
        people: People,
        sums: Sums,
        values: Values,
        leaf: Callable[[Branch], None],
    ) -> None:
        self.chart, self.flow, self.all = chart, chart.flow, sums.range
        self._leaf, self.leaves = leaf, 0
        self._open: list[Branch] = []
        self._steps = Steps(chart, people, sums, values, self._open)

    def walk(self, first: Branch, at: When) -> None:
        """Walks on from the acknowledgement. Raises TooManyError."""
        self._steps.start_line(first, MAIN, at, None)
        self._open.append(first)
        steps = 0
        while self._open:
            branch: Branch | None = self._open.pop()
            while branch is not None:
                branch = self._step(branch)
                steps += 1
                if steps > MOST_STEPS:
                    raise TooManyError

    # One thing happens.

    def _step(self, branch: Branch) -> Branch | None:
        """Lets the next thing happen; None where this way is over or was parted."""
        queue = branch.queue
        if len(queue) == 1 and not branch.parked and not branch.waiting:
            # One line alone: nearly every step of nearly every playbook.
            if not self.chart.useful[queue[0].number]:
                self._over(branch)
                return None
            item = queue.pop()
        else:
            self._drop(branch)
            if not self._useful(branch):
                self._over(branch)
                return None
            if not queue:
                return self._rest(branch)
            item = self._next(branch)
            queue.remove(item)
        stop = self.flow.stops[item.number]
        if item.arriving:
            return self._steps.arrive(branch, stop, item)
        return self._steps.finish(branch, stop, item)

    def _useful(self, branch: Branch) -> bool:
        """Whether anything that matters can still happen."""
        useful = self.chart.useful
        return any(
            useful[item.number]
            for place in (branch.queue, branch.parked, branch.waiting)
            for item in place
        )

    def _over(self, branch: Branch) -> None:
        self.leaves += 1
        if self.leaves > MOST:
            raise TooManyError
        outcomes(branch, self.chart.counted, self.all)
        self._leaf(branch)

    def _drop(self, branch: Branch) -> None:
        """Forgets lines that nothing that is looked at depends on."""
        ahead = self.chart.ahead
        for item in branch.queue:
            if self.chart.useful[item.number]:
                continue
            mine = ahead(item.number)
            line = self.flow.stops[item.number].line
            places = (*branch.queue, *branch.parked, *branch.waiting)
            others = [one for one in places if one is not item]
            fresh = mine.roles - branch.ready.keys()
            if not any(
                line in ahead(one.number).waits
                or ahead(one.number).roles & fresh
                or not self.chart.apart(one.number, item.number)
                for one in others
            ):
                branch.queue.remove(item)
                return

    def _next(self, branch: Branch) -> Item:
        """What happens first; what depends on the order for some starts only is parted off."""
        queue = branch.queue
        if all(isinstance(item.when, int) for item in queue):
            return min(queue)
        start = first_minute(branch.starts)
        chosen = min(queue, key=lambda item: (self.all.track(item.when).at(start), *item[1:3]))
        for other in queue:
            if other is chosen or not self._touch(branch, chosen, other):
                continue
            late = (other.arriving, other.turn) > (chosen.arriving, chosen.turn)
            first = before(other.when, chosen.when, late, self.all, branch.starts)
            if first_minute(first) != NEVER:
                parted = branch.copy()
                parted.starts = first
                branch.starts = outside(branch.starts, first)
                self._open.append(parted)
        return chosen

    def _touch(self, branch: Branch, one: Item, other: Item) -> bool:
        """Whether it matters which of two comes first."""
        if not self.chart.apart(one.number, other.number):
            return True
        ahead = self.chart.ahead
        both = ahead(one.number).roles & ahead(other.number).roles
        return any(role not in branch.ready for role in both)

    # Waiting for somebody outside.

    def _rest(self, branch: Branch) -> Branch | None:
        """All lines stand still: the proof starts again at each event that one of them waits for."""
        awaited = self._awaited(branch)
        going = [
            item
            for item in branch.waiting
            if self.chart.useful[item.number] or awaited & self._lines(item)
        ]
        if not going:
            self._over(branch)
            return None
        outcomes(branch, self.chart.counted, self.all)
        for item in going:
            step = self.flow.stops[item.number].step
            event = step.wait if isinstance(step, Wait) else ""
            other = resumed(branch, event, self.chart.counted, self.all)
            other.waiting.remove(item)
            other.push(0, False, item.number, None)
            self._open.append(other)
        return None

    def _lines(self, item: Item) -> frozenset[str]:
        """The line that an item is in, and those that may yet start from it."""
        return self.chart.ahead(item.number).lines | {self.flow.stops[item.number].line}

    def _awaited(self, branch: Branch) -> frozenset[str]:
        """The lines that something which matters waits for, or will, if only by way of other lines."""
        ahead = self.chart.ahead
        places = [*branch.parked, *branch.waiting]
        lines = frozenset[str]()
        for _ in range(len(places)):
            for item in places:
                if self.chart.useful[item.number] or lines & self._lines(item):
                    lines |= ahead(item.number).waits
        return lines
