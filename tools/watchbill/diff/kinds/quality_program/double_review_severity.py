"""At which severities two people decide changed.

At the others one person decides alone.

Before:
    kind: quality-program
    double_review:
      - {of: Removals, share: 10%, differ: The lead decides, severity: [P0, P1]}
After:
    kind: quality-program
    double_review:
      - {of: Removals, share: 10%, differ: The lead decides, severity: [P0]}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import narrows
from watchbill.diff.verdict import Verdict

ID = "quality-program/double-review-severity"
OF = ("quality-program",)
FIELDS = ("double_review.*.severity.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Where none is named, it is at all."""
    return narrows(edit, twice, spot(edit, twice, "at which severities"), Weight.CRITICAL)
