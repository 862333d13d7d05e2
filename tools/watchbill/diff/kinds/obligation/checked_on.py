"""The day on which a law was checked changed.

A later day says that somebody looked anew. An earlier one takes such a word back.

Before:
    kind: obligation
After:
    kind: obligation
    checked_on: 2026-11-20
Direction: neutral, backwards unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import later
from watchbill.diff.verdict import Verdict

ID = "obligation/checked-on"
OF = ("obligation",)
FIELDS = ("checked_on",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Time goes on; it does not go back by itself."""
    return later(
        edit, "the day of the check", Weight.MINOR, to=Direction.NEUTRAL, back=Direction.UNKNOWN
    )
