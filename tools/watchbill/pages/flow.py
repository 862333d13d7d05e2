"""A playbook's steps in reading order: their numbers, and where each one leads."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from watchbill.model.response import Decision, Playbook, Wait
from watchbill.pages.hide import END, every_line, is_stub

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Way(NamedTuple):
    """One way on from a step: the answer that takes it ("" for a task), and the step or `end`."""

    answer: str
    target: str
    falls: bool
    """Whether it simply goes on with the step below."""


class Stop(NamedTuple):
    """A step with its number and its ways on."""

    step: Any
    number: str
    form: str
    """`task`, `decision`, `wait` or `stub`."""
    title: str
    ways: tuple[Way, ...]


class Line(NamedTuple):
    """The main line (name "") or a side line."""

    name: str
    stops: tuple[Stop, ...]


def flow(playbook: Playbook) -> tuple[Line, ...]:
    """The lines of a playbook, the main line first; side lines count A1, A2 ..."""
    lines = []
    for place, (name, steps) in enumerate(every_line(playbook).items()):
        letter = "" if not name else _LETTERS[(place - 1) % 26]
        stops = tuple(
            Stop(
                step, f"{letter}{number}", form(step), title(step), tuple(_ways(steps, number - 1))
            )
            for number, step in enumerate(steps, 1)
        )
        lines.append(Line(name, stops))
    return tuple(lines)


def numbers(lines: tuple[Line, ...]) -> dict[str, str]:
    """The number of each step by its id."""
    return {stop.step.id: stop.number for line in lines for stop in line.stops}


def form(step: Any) -> str:
    """What kind of step it is."""
    if is_stub(step):
        return "stub"
    if isinstance(step, Decision):
        return "decision"
    return "wait" if isinstance(step, Wait) else "task"


def title(step: Any) -> str:
    """What a step says: its title, its question, or that it waits."""
    if isinstance(step, Decision):
        return step.ask
    return step.title or "Wait"


def _ways(steps: tuple[Any, ...], place: int) -> Iterator[Way]:
    step = steps[place]
    follows = steps[place + 1].id if place + 1 < len(steps) else END
    if isinstance(step, Decision):
        for answer in step.answers:
            target = answer.go or follows
            yield Way(answer.answer, target, target == follows)
    else:
        target = getattr(step, "go", None) or follows
        yield Way("", target, target == follows)
