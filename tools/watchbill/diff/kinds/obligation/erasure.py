"""Whether a law erases what others order to keep, or which of them it gives way to, changed.

It decides what may still be there when an authority asks.

Before:
    kind: obligation
After:
    kind: obligation
    erases: true
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "obligation/erasure"
OF = ("obligation",)
FIELDS = ("erases", "yields_to.*")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """For a person to weigh."""
    what = "a duty to keep that goes before it" if edit.field != "erases" else "whether it erases"
    return unknown(what, Weight.CRITICAL)
