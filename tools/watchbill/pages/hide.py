"""The steps of a playbook as a reader of some tiers sees them: stubs for hidden steps, or joined edges."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from watchbill.model.response import Answer, Decision, Playbook, Step, Task, Wait
from watchbill.model.types import parse_duration

WITHHELD = "not-in-this-edition"
END = "end"
_UNSAID = "A step that this edition does not show."


class Seen(NamedTuple):
    """A playbook without what is hidden, and the ids of the steps that are."""

    playbook: Playbook
    hidden: frozenset[str]


def seen_by(playbook: Playbook, readable: frozenset[str]) -> Seen:
    """The playbook as readers of these tiers see it."""
    hidden = frozenset(
        step.id
        for steps in every_line(playbook).values()
        for step in steps
        if _closed(step, readable)
    )
    if not hidden:
        return Seen(playbook, hidden)
    numbers = iter(range(1, len(hidden) + 1))
    names = {
        step.id: f"withheld-{next(numbers)}"
        for steps in every_line(playbook).values()
        for step in steps
        if step.id in hidden
    }
    lines = {
        name: _line(steps, names) for name, steps in playbook.lines.items() if _any(steps, names)
    }
    known = frozenset(lines)
    kept = {name: tuple(_rejoined(step, known) for step in steps) for name, steps in lines.items()}
    main = tuple(_rejoined(step, known) for step in _line(playbook.steps, names))
    return Seen(playbook.model_copy(update={"steps": main, "lines": kept}), hidden)


def every_line(playbook: Playbook) -> dict[str, tuple[Any, ...]]:
    """The main line under "", and the side lines by name."""
    return {"": playbook.steps, **playbook.lines}


def is_stub(step: Any) -> bool:
    """Whether the step stands for one that this edition does not show."""
    return getattr(step, "role", "") == WITHHELD


def _closed(step: Any, readable: frozenset[str]) -> bool:
    return step.audience is not None and step.audience not in readable


def _any(steps: Sequence[Any], names: Mapping[str, str]) -> bool:
    return any(step.id not in names or step.stub for step in steps)


def _line(steps: Sequence[Any], names: Mapping[str, str]) -> tuple[Any, ...]:
    """One line without its hidden steps. A hidden step with several ways on always leaves a stub."""
    exits = {step.id: _exits(steps, place) for place, step in enumerate(steps)}
    gone = {
        step.id: exits[step.id][0]
        for place, step in enumerate(steps)
        if step.id in names and not step.stub and _joins(steps, place, exits[step.id])
    }

    def lands(target: str) -> str:
        visited = set()
        while target in gone and target not in visited:
            visited.add(target)
            target = gone[target]
        return names.get(target, target)

    shown = [step for step in steps if step.id not in gone]
    made = []
    for place, step in enumerate(shown):
        follows = shown[place + 1].id if place + 1 < len(shown) else END
        follows = names.get(follows, follows)
        if step.id in names:
            made.append(
                _stub(step, names[step.id], [lands(exit_) for exit_ in exits[step.id]], follows)
            )
        else:
            made.append(_redirected(step, lands, follows, exits[step.id][-1]))
    return tuple(made)


def _exits(steps: Sequence[Any], place: int) -> list[str]:
    """Where a step leads, each target once; the fall-through target last where it is one of them."""
    falls = steps[place + 1].id if place + 1 < len(steps) else END
    step = steps[place]
    if isinstance(step, Decision):
        targets = [answer.go or falls for answer in step.answers]
    else:
        targets = [getattr(step, "go", None) or falls]
    found = list(dict.fromkeys(targets))
    return [one for one in found if one != falls] + [one for one in found if one == falls]


def _joins(steps: Sequence[Any], place: int, exits: list[str]) -> bool:
    """Whether the step can go without a trace: one way on, and nothing before it that cannot say `go`."""
    falls = steps[place + 1].id if place + 1 < len(steps) else END
    after_wait = place > 0 and isinstance(steps[place - 1], Wait)
    return len(exits) == 1 and (not after_wait or exits == [falls])


def _stub(step: Any, name: str, targets: list[str], follows: str) -> Step:
    targets = list(dict.fromkeys(targets))
    head: dict[str, Any] = {"id": name, "role": WITHHELD, "takes": parse_duration("0m")}
    words = step.stub or _UNSAID
    if len(targets) == 1:
        go = None if targets[0] == follows else targets[0]
        return Task.model_construct(title=words, go=go, **head)
    answers = tuple(Answer.model_construct(answer="", go=target) for target in targets)
    return Decision.model_construct(ask=words, answers=answers, **head)


def _redirected(step: Any, lands: Any, follows: str, falls: str) -> Any:
    """The step with each way on leading to a step that is shown."""

    def way(go: str | None) -> str | None:
        target = lands(go or falls)
        return None if target == follows else str(target)

    if isinstance(step, Decision):
        return step.model_copy(update={"answers": tuple(_way(one, way) for one in step.answers)})
    if isinstance(step, Task):
        return step.model_copy(update={"go": way(step.go)})
    return step


def _way(answer: Answer, way: Any) -> Answer:
    return answer.model_copy(update={"go": way(answer.go)})


def _rejoined(step: Any, known: frozenset[str]) -> Any:
    """The step without mention of side lines that are not shown."""
    update = {"wait_for": tuple(line for line in step.wait_for if line in known)}
    if isinstance(step, Task | Decision):
        update["starts"] = tuple(line for line in step.starts if line in known)
    if isinstance(step, Decision):
        update["answers"] = tuple(_answer_known(one, known) for one in step.answers)
    return step.model_copy(update=update)


def _answer_known(answer: Answer, known: frozenset[str]) -> Answer:
    return answer.model_copy(update={"starts": tuple(s for s in answer.starts if s in known)})


def steps_of(playbook: Playbook) -> Iterator[Any]:
    """Every step of every line."""
    for steps in every_line(playbook).values():
        yield from steps
