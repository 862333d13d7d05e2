"""A figure below which something stops came or went.

Nothing stops now, however bad it gets.

Before:
    kind: quality-program
After:
    kind: quality-program
    gates: []
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "quality-program/gate"
OF = ("quality-program",)
FIELDS = ("gates.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id."""
    return protects(edit, "a gate", Weight.CRITICAL)
