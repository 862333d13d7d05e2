"""How long a paged member takes to answer at the longest changed.

Every proof waits so long for whoever is called first.

Before:
    kind: schedule
    id: watch
    answers_within: 2m
After:
    kind: schedule
    id: watch
    answers_within: 5m
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, compared, unknown
from watchbill.model.base import Document
from watchbill.model.time import Schedule, Shift
from watchbill.model.types import Duration

ID = "schedule/answer"
OF = ("schedule",)
FIELDS = ("answers_within", "shifts.*.answers_within")

_WHAT = "how long a page waits for its answer"


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """A shift that says nothing of its own answers as its schedule does."""
    before, after = (
        _within(one, path) for one, path in zip(twice, (edit.old, edit.new), strict=True)
    )
    whole = [one.answers_within if isinstance(one, Schedule) else None for one in twice]
    old, new = before or whole[0], after or whole[1]
    if old is None or new is None:
        return unknown(_WHAT, Weight.MAJOR)
    order = 0 if old[:2] == new[:2] else compared(old, new)
    if order == 0:
        return None
    if order is None:
        return unknown(_WHAT, Weight.MAJOR)
    direction = Direction.WEAKER if order > 0 else Direction.STRONGER
    shown = edit.how is not How.CHANGED
    return Verdict(
        direction,
        Weight.MAJOR,
        _WHAT,
        before=str(old) if shown else None,
        after=str(new) if shown else None,
    )


def _within(document: Document | None, path: tuple[str | int, ...] | None) -> Duration | None:
    """The answer time at a path of a schedule; None where nothing is said there."""
    if not isinstance(document, Schedule) or path is None:
        return None
    if len(path) == 1:
        return document.answers_within
    shift: Shift = document.shifts[int(path[1])]
    return shift.answers_within
