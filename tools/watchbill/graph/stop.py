"""A step in its place, and the ways out of it."""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.model.response import Answer, Decision, Step, Task
from watchbill.model.types import Duration

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
    again_after: Duration | None
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


def leave(stop: Stop, numbers: dict[str, int], below: int) -> tuple[Exit, ...]:
    """The exits of a stop; `numbers` are the steps of its line by id, `below` is the next of the list."""
    number, _, path, step = stop
    if isinstance(step, Decision):
        return tuple(
            Exit(
                number,
                _target(answer.go, numbers, below),
                (*path, "answers", position),
                answer.go or "",
                answer.at_most,
                answer.again_after,
                answer,
            )
            for position, answer in enumerate(step.answers)
        )
    if isinstance(step, Task) and (step.go or step.at_most or step.again_after):
        target = _target(step.go, numbers, below)
        return (Exit(number, target, path, step.go or "", step.at_most, step.again_after, None),)
    return (Exit(number, below, path, "", None, None, None),)


def _target(go: str | None, numbers: dict[str, int], below: int) -> int:
    if not go:
        return below
    return END if go == "end" else numbers.get(go, NOWHERE)


def uses(number: int, path: Path, field: str, lines: tuple[str, ...]) -> Iterator[Use]:
    """The side lines that a field of a step or answer names."""
    for position, line in enumerate(lines):
        yield Use(line, number, (*path, field, position))
