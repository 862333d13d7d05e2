"""The day of the last read-through changed.

A later day says that the owner stands by it anew. An earlier one takes such a word back.

Before:
    kind: harm
    review: {last: 2026-11-01, every: 180d}
After:
    kind: harm
    review: {last: 2026-11-20, every: 180d}
Direction: neutral, backwards unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import later
from watchbill.diff.verdict import Verdict

ID = "document/review-date"
OF = ("*",)
FIELDS = ("review.last",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Time goes on; it does not go back by itself."""
    what = "the day of the last read-through"
    return later(edit, what, Weight.INFO, to=Direction.NEUTRAL, back=Direction.UNKNOWN)
