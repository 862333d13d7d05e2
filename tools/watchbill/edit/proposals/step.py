"""The form for a step of a playbook: its words, who does it, how long it takes."""

from collections.abc import Iterator
from typing import Any

from watchbill.edit.proposals.form import FROM, WEAKER, WHY, Answers, Change, Form, Question
from watchbill.edit.proposals.named import document, listed, opened, role, time
from watchbill.load.loaded import Loaded
from watchbill.load.text import shown
from watchbill.load.validate import near

_FIELDS = {
    "Title or question": "title",
    "How it is done": "do",
    "Who does it": "role",
    "Worst-case time": "takes",
    "How to know that it worked": "done_when",
    "What to do in doubt": "in_doubt",
}
Path = tuple[str | int, ...]


def _propose(loaded: Loaded, answers: Answers) -> Change:
    kind, id = document(loaded, answers, FORM.kinds)
    data = opened(loaded, kind, id).data
    steps = dict(_steps(data))
    name = answers.line("step").rpartition("#step-")[2].removeprefix("step ")
    if name not in steps:
        hint = near(name, steps) or f"its steps are: {listed(steps, 60)}"
        raise answers.wrong("step", f"`{id}` has no step `{shown(name)}`; {hint}")
    path, step = steps[name]
    field = _field(answers, step, name)
    value = _value(loaded, answers, field, step)
    what = f"step {name}, {answers.at('field')[:1].lower()}{answers.at('field')[1:]}"
    before = str(step.get(field, ""))
    return Change(f"{kind}:{id}", (*path, field), value, what, before, str(value))


def _steps(data: Any) -> Iterator[tuple[str, tuple[Path, Any]]]:
    """Every step by its id, with where it stands: those of the main line and of the side lines."""
    for at, step in enumerate(data["steps"]):
        yield step["id"], (("steps", at), step)
    for line, steps in data.get("lines", {}).items():
        for at, step in enumerate(steps):
            yield step["id"], (("lines", line, at), step)


def _field(answers: Answers, step: Any, name: str) -> str:
    """The field that the answer means in this form of a step. Raises Wrong."""
    field = _FIELDS[answers.at("field")]
    if field == "title" and "ask" in step:
        return "ask"
    if field == "in_doubt" and "ask" not in step:
        raise answers.wrong("field", f"step `{name}` asks nothing, so nothing can be in doubt")
    if "wait" in step and field not in ("title", "do"):
        said = f"step `{name}` waits for somebody outside: no role works on it, and it has no time"
        raise answers.wrong("field", said)
    return field


def _value(loaded: Loaded, answers: Answers, field: str, step: Any) -> str:
    if field == "role":
        return role(loaded, answers, "value")
    if field == "takes":
        return time(answers, "value")
    words = answers.at("value")
    if field != "do":
        if "\n" in words:
            said = "this is one line; the details belong under `How it is done`"
            raise answers.wrong("value", said)
        return words
    whole = "\n" in words or str(step.get("do", "")).endswith("\n")
    return f"{words}\n" if whole else words


FORM = Form(
    "2-step",
    ("playbook",),
    (
        Question("document", "Which playbook"),
        Question("step", "Which step"),
        Question("field", "What of it", tuple(_FIELDS)),
        Question("value", "What it should say"),
        WHY,
        FROM,
        WEAKER,
    ),
    _propose,
)
