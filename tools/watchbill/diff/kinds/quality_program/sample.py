"""A sample of decisions is drawn, or is drawn no more.

What was wrong there is found by the people whom it concerns.

Before:
    kind: quality-program
    samples:
      - {id: weekly, of: Decisions of the week, per: 7d, at_least: 457, promises: {expected: 95%, margin: 2%}}
      - {id: appeals, of: Appeals, per: 28d, at_least: 50}
After:
    kind: quality-program
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "quality-program/sample"
OF = ("quality-program",)
FIELDS = ("samples.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id."""
    return protects(edit, "decisions that are looked at again", Weight.CRITICAL)
