"""The steps of a playbook as a graph: stops in their lines, and the exits that lead on.

The next step in the list follows unless `go` says otherwise; `end`, and the end of the list, end the
line; `go` never leaves its line. A step with `only_if` may be passed over to the step below.
"""

from collections.abc import Callable
from functools import cached_property

from watchbill.graph.stop import END, MAIN, NOWHERE, Exit, Path, Stop, Use, leave, uses
from watchbill.model.memo import once
from watchbill.model.response import Answer, Decision, Playbook, Step, Task, Wait
from watchbill.model.types import FactTest


class Flow:
    """The graph of one playbook. Stops are numbered through the main line, then the side lines.

    By the number of a stop: `exits`; `targets`, where it leads, past it too where it may be passed
    over; `below`, the next stop in the list, or END. All lists are in the order of the stops.
    """

    def __init__(self, playbook: Playbook) -> None:
        self.begins = playbook.begins
        self.lines: dict[str, range] = {}
        self.stops: list[Stop] = []
        self.exits: list[tuple[Exit, ...]] = []
        self.targets: list[list[int]] = []
        self.below: list[int] = []
        self.starts: list[Use] = []
        self.joins: list[Use] = []
        # The first stop of each id.
        self.numbers: dict[str, int] = {}
        # The exits that say `go`; of these, those that name no step of their own line, and those
        # that lead back; the exits by an answer; and those that are bounded.
        self.jumps: list[Exit] = []
        self.lost: list[Exit] = []
        self.loops: list[Exit] = []
        self.answers: list[tuple[Exit, Answer]] = []
        self.bounded: list[Exit] = []
        # The stops by their form; `work` are tasks and decisions.
        self.decisions: list[tuple[Stop, Decision]] = []
        self.work: list[tuple[Stop, Task | Decision]] = []
        self.waits: list[tuple[Stop, Wait]] = []
        # The steps and answers that mark, discharge, reach or start anything, with their addresses,
        # and every fact that is asked for or set.
        self.parts: list[tuple[Task | Decision | Answer, Path]] = []
        self.tests: list[FactTest] = []
        self._add(MAIN, ("steps",), playbook.steps)
        for name, steps in playbook.lines.items():
            self._add(name, ("lines", name), steps)

    def _add(self, line: str, path: Path, steps: tuple[Step, ...]) -> None:
        first = len(self.stops)
        last = first + len(steps) - 1
        self.lines[line] = range(first, last + 1)
        numbers = {step.id: number for number, step in enumerate(steps, first)}
        if len(numbers) < len(steps):
            numbers = {steps[n].id: first + n for n in range(len(steps) - 1, -1, -1)}
        for number, step in enumerate(steps, first):
            below = number + 1 if number < last else END
            stop = Stop(number, line, (*path, number - first), step)
            self.numbers.setdefault(step.id, number)
            exits = leave(stop, numbers, below)
            targets = [exit.target for exit in exits]
            self.stops.append(stop)
            self.exits.append(exits)
            self.below.append(below)
            if step.only_if:
                targets.append(below)
                self.tests.extend(step.only_if)
            self.targets.append(targets)
            if step.wait_for:
                self.joins.extend(uses(stop.number, stop.path, "wait_for", step.wait_for))
            if isinstance(step, Wait):
                self.waits.append((stop, step))
                continue
            self.work.append((stop, step))
            self._note(step, number, stop.path)
            if isinstance(step, Decision):
                self.decisions.append((stop, step))
            for exit in exits:
                self._note_exit(exit)

    def _note(self, part: Task | Decision | Answer, number: int, path: Path) -> None:
        starts = part.starts
        if starts or part.discharges or part.reaches or part.marks:
            self.parts.append((part, path))
            if starts:
                self.starts.extend(uses(number, path, "starts", starts))

    def _note_exit(self, exit: Exit) -> None:
        answer = exit.answer
        if exit.go:
            self.jumps.append(exit)
            if exit.target == NOWHERE:
                self.lost.append(exit)
            elif exit.backward:
                self.loops.append(exit)
        if exit.at_most or exit.again_after:
            self.bounded.append(exit)
        if answer is not None:
            self.answers.append((exit, answer))
            self.tests.extend(answer.means)
            self._note(answer, exit.source, exit.path)

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
        if not self.loops:
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
