"""An exercise is held in another form, or at another hour.

Talked through at noon, it does not find the right that was taken away.

Before:
    kind: drill
After:
    kind: drill
    form: walk-through
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "drill/form"
OF = ("drill",)
FIELDS = ("form", "hour", "timezone")


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """For a reader: each form shows something that the others do not."""
    return unknown("how and when it is played", Weight.MAJOR)
