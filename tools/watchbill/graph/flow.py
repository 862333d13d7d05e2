"""The steps of a playbook as a graph: stops in their lines, and the exits that lead on.

The next step in the list follows unless `go` says otherwise; `end`, and the end of the list, end the
line; `go` never leaves its line. A step with `only_if` may be passed over to the step below.
"""

from collections.abc import Callable
from functools import cached_property

from watchbill.graph.memo import once
from watchbill.graph.stop import END, MAIN, NOWHERE, Exit, Path, Stop, Use, leave, uses
from watchbill.model.response import Answer, Decision, Playbook, Step, Task, Wait
from watchbill.model.types import FactTest


class Flow:
    """The graph of one playbook. Stops are numbered through the main line, then the side lines.

    By the number of a stop: `exits`; `targets`, where it leads, past it too where it may be passed
    over; `below`, the next stop in the list, or END.
    """

    def __init__(self, playbook: Playbook) -> None:
        self.lines: dict[str, range] = {}
        self.stops: list[Stop] = []
        self.exits: list[tuple[Exit, ...]] = []
        self.targets: list[list[int]] = []
        self.below: list[int] = []
        self.starts: list[Use] = []
        self.joins: list[Use] = []
        self.begins = playbook.begins
        self._add(MAIN, ("steps",), playbook.steps)
        for name, steps in playbook.lines.items():
            self._add(name, ("lines", name), steps)

    def _add(self, line: str, path: Path, steps: tuple[Step, ...]) -> None:
        first = len(self.stops)
        below = first
        self.lines[line] = range(first, first + len(steps))
        numbers = {step.id: number for number, step in enumerate(steps, first)}
        if len(numbers) < len(steps):
            numbers = {steps[n].id: first + n for n in range(len(steps) - 1, -1, -1)}
        for number, step in enumerate(steps, first):
            below = number + 1 if number + 1 in self.lines[line] else END
            stop = Stop(number, line, (*path, number - first), step)
            self.stops.append(stop)
            exits = leave(stop, numbers, below)
            self.exits.append(exits)
            targets = [exit.target for exit in exits]
            self.targets.append([*targets, below] if step.only_if else targets)
            self.below.append(below)
            if step.wait_for:
                self.joins.extend(uses(stop, "wait_for", step.wait_for))
            if isinstance(step, Wait):
                continue
            if step.starts:
                self.starts.extend(uses(stop, "starts", step.starts))
            for exit in exits if isinstance(step, Decision) else ():
                if exit.answer and exit.answer.starts:
                    at = stop._replace(path=exit.path)
                    self.starts.extend(uses(at, "starts", exit.answer.starts))

    @cached_property
    def all_exits(self) -> tuple[Exit, ...]:
        """Every exit of every stop."""
        return tuple(exit for exits in self.exits for exit in exits)

    @cached_property
    def answers(self) -> tuple[Exit, ...]:
        """The exits by an answer."""
        return tuple(exit for exit in self.all_exits if exit.answer is not None)

    @cached_property
    def jumps(self) -> tuple[Exit, ...]:
        """The exits that say `go`."""
        return tuple(exit for exit in self.all_exits if exit.go)

    @cached_property
    def bounded(self) -> tuple[Exit, ...]:
        """The exits that say `at_most` or `again_after`."""
        return tuple(exit for exit in self.all_exits if exit.at_most or exit.again_after)

    @cached_property
    def decisions(self) -> tuple[tuple[Stop, Decision], ...]:
        """The questions with their stops."""
        return tuple((stop, step) for stop in self.stops if isinstance(step := stop.step, Decision))

    @cached_property
    def work(self) -> tuple[tuple[Stop, Task | Decision], ...]:
        """The stops at which somebody works."""
        return tuple((stop, step) for stop in self.stops if not isinstance(step := stop.step, Wait))

    @cached_property
    def parts(self) -> tuple[tuple[Task | Decision | Answer, Path], ...]:
        """What can mark, discharge, reach or start: steps at work and answers, with their addresses.

        Only those that do any of it.
        """
        found: list[tuple[Task | Decision | Answer, Path]] = []
        for stop, step in self.work:
            if step.discharges or step.reaches or step.marks or step.starts:
                found.append((step, stop.path))
            for exit in self.exits[stop.number]:
                answer = exit.answer
                if answer and (
                    answer.discharges or answer.reaches or answer.marks or answer.starts
                ):
                    found.append((answer, exit.path))
        return tuple(found)

    @cached_property
    def tests(self) -> tuple[FactTest, ...]:
        """Every fact that a step asks for or an answer sets."""
        asked = [test for stop in self.stops for test in stop.step.only_if]
        asked.extend(test for exit in self.answers if exit.answer for test in exit.answer.means)
        return tuple(asked)

    @cached_property
    def waits(self) -> tuple[tuple[Stop, Wait], ...]:
        """The stops at which an outsider is waited for."""
        return tuple((stop, step) for stop in self.stops if isinstance(step := stop.step, Wait))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The first stop of each id."""
        return {stop.step.id: stop.number for stop in reversed(self.stops)}

    @cached_property
    def lost(self) -> tuple[Exit, ...]:
        """The exits whose `go` names no step of their own line."""
        return tuple(exit for exit in self.jumps if exit.target == NOWHERE)

    @cached_property
    def repeated(self) -> tuple[Stop, ...]:
        """The stops whose id another stop has before them."""
        numbers = self.numbers
        if len(numbers) == len(self.stops):
            return ()
        return tuple(stop for stop in self.stops if numbers[stop.step.id] != stop.number)

    @cached_property
    def unknown_lines(self) -> tuple[Use, ...]:
        """The uses of a line that the playbook does not have."""
        return tuple(use for use in (*self.starts, *self.joins) if use.line not in self.lines)

    @cached_property
    def idle_lines(self) -> tuple[str, ...]:
        """The side lines that nothing starts, save their own steps."""
        if len(self.lines) == 1:
            return ()
        lines = [stop.line for stop in self.stops]
        started = {use.line for use in self.starts if lines[use.stop] != use.line}
        return tuple(name for name in self.lines if name and name not in started)

    def after(self, number: int) -> set[int]:
        """The stops of the same line that can follow a stop, itself only where a loop leads back."""
        targets = self.targets
        seen: set[int] = set()
        open_ = [number]
        while open_:
            for target in targets[open_.pop()]:
                if target >= 0 and target not in seen:
                    seen.add(target)
                    open_.append(target)
        return seen

    @cached_property
    def unreached(self) -> tuple[Stop, ...]:
        """The stops that no way from the beginning of their line leads to."""
        if not self.jumps:
            return ()
        reached: set[int] = set()
        for numbers in self.lines.values():
            if numbers:
                reached.add(numbers.start)
                reached |= self.after(numbers.start)
        if len(reached) == len(self.stops):
            return ()
        return tuple(stop for stop in self.stops if stop.number not in reached)

    @cached_property
    def stuck(self) -> tuple[Stop, ...]:
        """The stops from which no way leads to the end of their line."""
        if not any(exit.backward for exit in self.jumps):
            return ()
        ending = {NOWHERE, END}
        grown = -1
        while grown != len(ending):
            grown = len(ending)
            for number in range(len(self.stops) - 1, -1, -1):
                if number not in ending and any(to in ending for to in self.targets[number]):
                    ending.add(number)
        return tuple(stop for stop in self.stops if stop.number not in ending)

    @cached_property
    def sound(self) -> bool:
        """Whether its paths can be told: every name leads somewhere, and every step can be come to."""
        return not (
            self.lost
            or self.repeated
            or self.unknown_lines
            or self.idle_lines
            or self.unreached
            or self.stuck
        )


flow_of: Callable[[Playbook], Flow] = once(Flow)
