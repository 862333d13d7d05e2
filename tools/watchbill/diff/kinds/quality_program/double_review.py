"""Decisions that two people take are taken by one again, or the other way round.

One person is tired, or wrong, and nobody sees it.

Before:
    kind: quality-program
    double_review:
      - {of: Removals, share: 10%, differ: The lead decides}
After:
    kind: quality-program
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "quality-program/double-review"
OF = ("quality-program",)
FIELDS = ("double_review.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By what is decided."""
    return protects(edit, "decisions that two people take", Weight.CRITICAL)
