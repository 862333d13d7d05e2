"""The steps of a playbook as a graph: stops in their lines, and the exits that lead on.

The next step in the list follows unless `go` says otherwise; `end`, and the end of the list, end the
line; `go` never leaves its line. A step with `only_if` may be passed over to the step below.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from watchbill.graph.memo import once
from watchbill.model.response import Answer, Decision, Playbook, Step, Task, Wait

END = -1
NOWHERE = -2
MAIN = ""

Path = tuple[str | int, ...]


class Stop(NamedTuple):
    """A step in its place: its number among all steps, its line ("" is the main line), its address."""

    number: int
    line: str
    path: Path
    step: Step


class Exit(NamedTuple):
    """One way out of a step.

    `target` is the number of the next stop, END, or NOWHERE where `go` names no step of the line.
    `answer` is the answer that is given, None where there is none to give.
    """

    source: int
    target: int
    path: Path
    go: str
    at_most: int | None
    answer: Answer | None

    @property
    def backward(self) -> bool:
        """Whether it leads back to an earlier step, or to the same one."""
        return bool(self.go) and 0 <= self.target <= self.source


class Use(NamedTuple):
    """A side line that is started or waited for: its name, at which stop, and where that is written."""

    line: str
    stop: int
    path: Path


class Flow:
    """The graph of one playbook. Stops are numbered through the main line, then the side lines."""

    def __init__(self, playbook: Playbook) -> None:
        self.lines: dict[str, range] = {}
        self.stops: list[Stop] = []
        self.exits: list[tuple[Exit, ...]] = []
        self.starts: list[Use] = []
        self.joins: list[Use] = []
        self.begins = playbook.begins
        self._add(MAIN, ("steps",), playbook.steps)
        for name, steps in playbook.lines.items():
            self._add(name, ("lines", name), steps)

    def _add(self, line: str, path: Path, steps: tuple[Step, ...]) -> None:
        first = len(self.stops)
        numbers: dict[str, int] = {}
        for number, step in enumerate(steps, first):
            numbers.setdefault(step.id, number)
            self.stops.append(Stop(number, line, (*path, number - first), step))
        self.lines[line] = range(first, len(self.stops))
        last = len(self.stops) - 1
        for stop in self.stops[first:]:
            below = stop.number + 1 if stop.number < last else END
            self.exits.append(tuple(self._leave(stop, numbers, below)))
            self._uses(stop)

    def _leave(self, stop: Stop, numbers: dict[str, int], below: int) -> Iterator[Exit]:
        number, _, path, step = stop
        if isinstance(step, Decision):
            for position, answer in enumerate(step.answers):
                go = answer.go or ""
                target = _target(go, numbers, below)
                at = (*path, "answers", position)
                yield Exit(number, target, at, go, answer.at_most, answer)
        elif isinstance(step, Task) and step.go:
            target = _target(step.go, numbers, below)
            yield Exit(number, target, path, step.go, step.at_most, None)
        else:
            yield Exit(number, below, path, "", None, None)

    def _uses(self, stop: Stop) -> None:
        number, _, path, step = stop
        for position, line in enumerate(step.wait_for):
            self.joins.append(Use(line, number, (*path, "wait_for", position)))
        if isinstance(step, Wait):
            return
        for position, line in enumerate(step.starts):
            self.starts.append(Use(line, number, (*path, "starts", position)))
        if isinstance(step, Decision):
            for rank, answer in enumerate(step.answers):
                for position, line in enumerate(answer.starts):
                    at = (*path, "answers", rank, "starts", position)
                    self.starts.append(Use(line, number, at))

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
    def decisions(self) -> tuple[tuple[Stop, Decision], ...]:
        """The questions with their stops."""
        return tuple((stop, step) for stop in self.stops if isinstance(step := stop.step, Decision))

    @cached_property
    def work(self) -> tuple[tuple[Stop, Task | Decision], ...]:
        """The stops at which somebody works."""
        return tuple((stop, step) for stop in self.stops if not isinstance(step := stop.step, Wait))

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

    def after(self, number: int) -> frozenset[int]:
        """The stops of the same line that can follow a stop, itself only where a loop leads back."""
        seen: set[int] = set()
        open_ = [number]
        while open_:
            for target in self.targets(open_.pop()):
                if target >= 0 and target not in seen:
                    seen.add(target)
                    open_.append(target)
        return frozenset(seen)

    def targets(self, number: int) -> Iterator[int]:
        """Where a stop leads: by its exits, and past it where it may be passed over."""
        for exit in self.exits[number]:
            yield exit.target
        if self.stops[number].step.only_if:
            yield self.below(number)

    def below(self, number: int) -> int:
        """The next stop in the list, or END."""
        return number + 1 if number + 1 in self.lines[self.stops[number].line] else END

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
        return tuple(stop for stop in self.stops if stop.number not in reached)

    @cached_property
    def stuck(self) -> tuple[Stop, ...]:
        """The stops from which no way leads to the end of their line."""
        backward = [exit for exit in self.jumps if exit.backward]
        if not backward:
            return ()
        ending = {NOWHERE, END}
        grown = -1
        while grown != len(ending):
            grown = len(ending)
            for number in range(len(self.stops) - 1, -1, -1):
                if number not in ending and any(to in ending for to in self.targets(number)):
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


def _target(go: str, numbers: dict[str, int], below: int) -> int:
    if not go:
        return below
    return END if go == "end" else numbers.get(go, NOWHERE)


flow_of: Callable[[Playbook], Flow] = once(Flow)
