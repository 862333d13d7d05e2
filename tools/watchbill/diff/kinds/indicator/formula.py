"""How an indicator is computed changed.

The same name stands for another figure, and the line of last year does not go on.

Before:
    kind: indicator
After:
    kind: indicator
    formula: TP / (TP + FN)
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "indicator/formula"
OF = ("indicator",)
FIELDS = ("formula", "where.*", "unit", "counts.*")


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown("how it is computed", Weight.CRITICAL)
