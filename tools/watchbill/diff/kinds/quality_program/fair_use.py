"""What the figures of a programme are never used for changed.

A line that is gone lets them be used against somebody.

Before:
    kind: quality-program
    fair_use: [Pay]
After:
    kind: quality-program
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._lists import listed
from watchbill.diff.verdict import Verdict

ID = "quality-program/fair-use"
OF = ("quality-program",)
FIELDS = ("fair_use.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A line that was only worded anew is for a reader."""
    return listed(edit, twice, "what its figures are never used for", Weight.CRITICAL)
