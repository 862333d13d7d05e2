"""The event that starts a legal clock changed.

The clock of every case runs from another moment.

Before:
    kind: obligation
    starts: notice-received
After:
    kind: obligation
    starts: case-opened
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "obligation/starts"
OF = ("obligation",)
FIELDS = ("starts",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Which of two events comes first is for a person to say."""
    return unknown("the event that starts the legal clock", Weight.CRITICAL)
