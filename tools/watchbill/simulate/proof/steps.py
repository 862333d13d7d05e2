"""What a step does to a way through a playbook: it waits for people and lines, works, ends and leads on.

As in `course`, but for all starts at once; where there are several ways on, all but one are forks.
"""

from watchbill.graph.stop import END, Exit, Stop
from watchbill.model.response import Answer, Decision, Task, Wait
from watchbill.model.types import FactTest
from watchbill.simulate.proof.branch import Branch, Done, Gate, Item, Met, Said
from watchbill.simulate.proof.chart import Chart
from watchbill.simulate.proof.events import mark, meet
from watchbill.simulate.proof.mind import Values, doubt, holds, learn
from watchbill.simulate.proof.people import People, hands_of
from watchbill.simulate.proof.sums import Sums
from watchbill.simulate.proof.when import When


class Steps:
    """The steps of a chart. Ways that part from one are put on `forks`."""

    def __init__(
        self, chart: Chart, people: People, sums: Sums, values: Values, forks: list[Branch]
    ) -> None:
        self.chart, self.flow, self.people, self.sums = chart, chart.flow, people, sums
        self.all = sums.range
        self._values, self._forks = values, forks

    # Lines.

    def start_line(self, branch: Branch, line: str, at: When, done: Done | None) -> None:
        """A line begins, unless it has begun before."""
        if line in branch.started or line not in self.flow.lines:
            return
        branch.started.add(line)
        numbers = self.flow.lines[line]
        self._go(branch, line, numbers.start if numbers else END, at, done)

    def _go(self, branch: Branch, line: str, target: int, at: When, done: Done | None) -> None:
        if target >= 0:
            branch.push(at, True, target, done)
            return
        branch.ended[line] = Gate(at, done)
        still, branch.parked = branch.parked, []
        for item in still:
            branch.push(self.sums.last(item.when, at), True, item.number, item.done)

    # A line comes to a step.

    def arrive(self, branch: Branch, stop: Stop, item: Item) -> Branch | None:
        """A line comes to a step; None where this way is over."""
        step = stop.step
        for test in step.only_if:
            holding = holds(branch.mind, test)
            if holding is None:
                holding = self._both(branch, test, item)
            if not holding:
                self._go(branch, stop.line, self.flow.below[stop.number], item.when, item.done)
                return branch
        at = self._earliest(branch, stop, item.when)
        if at != item.when:
            branch.push(at, True, item.number, item.done)
            return branch
        if any(one in branch.started and one not in branch.ended for one in step.wait_for):
            branch.parked.append(item)
            return branch
        if isinstance(step, Wait):
            branch.waiting.append(item)
        else:
            self._begin(branch, stop, step, item)
        return branch

    def _earliest(self, branch: Branch, stop: Stop, at: When) -> When:
        """When a step that a line has come to may begin; what happens elsewhere until then counts."""
        earliest = stop.step.earliest
        if earliest is None or branch.since:
            return at
        return self.sums.last(at, earliest.nominal_seconds)

    def _both(self, branch: Branch, test: FactTest, item: Item) -> bool:
        """A fact that nobody has told: it is taken both ways. Returns the one that this way takes."""
        other = branch.copy()
        opposite = doubt(other.mind, test, self._values)
        if not learn(branch.mind, test):
            raise AssertionError(test)
        if opposite is not None:
            other.said = Said("", opposite.text, other.said)
            other.queue.append(item)
            self._forks.append(other)
        branch.said = Said("", test.text, branch.said)
        return True

    def _begin(self, branch: Branch, stop: Stop, step: Task | Decision, item: Item) -> None:
        calls, there = tuple[tuple[str, When], ...](), item.when
        for role in (step.role, step.second) if step.second else (step.role,):
            ready = self._call(branch, role, item.when)
            if ready is not None:
                calls += ((role, ready),)
                there = self.sums.last(there, ready)
        law = self.people.work(hands_of(step), step.takes.nominal_seconds)
        end = self.sums.after(there, law)
        gates = tuple([gate for one in step.wait_for if (gate := branch.ended.get(one))])
        done = Done(step, item.when, there, end, item.done, gates, calls)
        branch.push(end, False, stop.number, done)

    def _call(self, branch: Branch, role: str, at: When) -> When | None:
        """When a role is there that is needed at an instant; None where it has been there from the first."""
        if role not in branch.ready:
            branch.ready[role] = self.sums.after(at, self.people.call(role))
        return branch.ready[role]

    # A step ends.

    def finish(self, branch: Branch, stop: Stop, item: Item) -> Branch | None:
        """A step ends; None where this way is over."""
        step = stop.step
        if isinstance(step, Wait):
            mark(branch, step.wait, Met(item.when, item.done), self.chart.counted, self.all)
            (exit,) = self.flow.exits[stop.number]
            self._leave(branch, stop, exit, item)
            return branch
        ways = self.chart.ways(stop.number)
        for exit in ways[:-1]:
            other = self._take(branch.copy(), stop, exit, item)
            if other is not None:
                self._forks.append(other)
        return self._take(branch, stop, ways[-1], item)

    def _take(self, branch: Branch, stop: Stop, exit: Exit, item: Item) -> Branch | None:
        """Leaves a step by an exit; None where that contradicts what is known."""
        step, answer, at, done = stop.step, exit.answer, item.when, item.done
        if exit.at_most is not None:
            taken = branch.taken[exit.path] = branch.taken.get(exit.path, 0) + 1
            if taken > exit.at_most:
                return None
        if answer is not None and not all(learn(branch.mind, test) for test in answer.means):
            return None
        if not isinstance(step, Wait):
            self._bring_about(branch, step, at, done)
        if answer is not None:
            self._bring_about(branch, answer, at, done)
            branch.excused.update(answer.excuses)
            if answer.severity:
                branch.severities.setdefault(answer.severity, at)
            branch.said = Said(step.id, answer.answer, branch.said)
        self._leave(branch, stop, exit, item)
        return branch

    def _bring_about(
        self, branch: Branch, part: Task | Decision | Answer, at: When, done: Done | None
    ) -> None:
        """The events, the duties and milestones met, and the lines that come of a step or an answer."""
        for event in part.marks:
            mark(branch, event, Met(at, done), self.chart.counted, self.all)
        for ids in (part.discharges, part.reaches):
            for id in ids:
                meet(branch, id, Met(at, done), self.chart.counted, self.all)
        for line in part.starts:
            self.start_line(branch, line, at, done)

    def _leave(self, branch: Branch, stop: Stop, exit: Exit, item: Item) -> None:
        at = item.when
        if exit.again_after:
            at = self.sums.later(at, exit.again_after.nominal_seconds)
        self._go(branch, stop.line, exit.target, at, item.done)
