"""Times after the start of a scenario, and the exact one beside a latest one."""

from watchbill.diff.books import Twice
from watchbill.diff.edits import Edit, same
from watchbill.diff.kinds._judging import inside
from watchbill.model.base import Document
from watchbill.model.scenario import Scenario
from watchbill.model.types import Duration, parse_duration


def offset(written: str) -> Duration:
    """`+1h30m` as a length."""
    return parse_duration(written.removeprefix("+"))


def same_offset(before: object, after: object) -> bool:
    """Whether two offsets mean the same: `+60m` and `+1h` do."""
    if not isinstance(before, str) or not isinstance(after, str):
        return False
    return same(offset(before), offset(after))


def exact(edit: Edit, twice: Twice, document: Document | None) -> str | None:
    """The exact time that a state of a scenario expects, of what an edit of `by` is about."""
    name = inside(edit, twice)[-1]
    if not isinstance(document, Scenario):
        return None
    milestone = document.expect.milestones.get(name)
    if edit.field.startswith("expect.milestones"):
        return milestone.at if milestone else None
    return next((one.at for one in document.expect.paged if one.who == name), None)
