"""What the kinds that speak of steps share."""

from watchbill.diff.books import Twice
from watchbill.diff.edits import Edit
from watchbill.model.response import Playbook


def of_steps(*fields: str) -> tuple[str, ...]:
    """Fields of a step, in the main line and in side lines."""
    return tuple(f"{line}.{field}" for field in fields for line in ("steps.*", "lines.*.*"))


def step_of(edit: Edit, twice: Twice) -> str:
    """The step that an edit lies in, by its id."""
    document = twice.after if edit.new else twice.before
    path = edit.new or edit.old or ()
    if not isinstance(document, Playbook):
        return "a step"
    if path[0] == "steps":
        return f"step `{document.steps[int(path[1])].id}`"
    return f"step `{document.lines[str(path[1])][int(path[2])].id}`"
