"""The period that a law sets, or how it is counted, changed.

The law itself does not change by our writing it down: either it was amended, or one of the two texts is wrong.
What the clock allows is compared at every minute of 400 days.

Before:
    kind: obligation
    due: 2d
After:
    kind: obligation
    due: 3d
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.promises import law_of, moved
from watchbill.diff.timed import told
from watchbill.diff.verdict import Verdict, protects, unknown
from watchbill.model.law import Obligation

ID = "obligation/period"
OF = ("obligation",)
FIELDS = ("due", "counting", "timezone", "calendar")

_WHAT = "the law's period"


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict | None:
    """By when it is due, before and after."""
    if edit.field == "due" and edit.how in (How.ADDED, How.REMOVED):
        return protects(edit, _WHAT, Weight.CRITICAL)
    before, after = twice
    if not isinstance(before, Obligation) or not isinstance(after, Obligation):
        return None
    old, new = law_of(books.before, before), law_of(books.after, after)
    if old is None or new is None:
        # How days would be counted says nothing of a law that sets none.
        return None if before.due is after.due is None else unknown(_WHAT, Weight.CRITICAL)
    found = moved(books, old, new)
    if found.direction is None:
        return None
    example = told(found, new.zone if new.zone != "UTC" else old.zone)
    return Verdict(found.direction, Weight.CRITICAL, _WHAT, example, old.text, new.text, depth=0)
