"""What counsel wants the reader of a law to know changed.

A note often tells how the law is read in practice.

Before:
    kind: obligation
    notes: [A day is a day of the calendar]
After:
    kind: obligation
    notes: [A day is a day of work]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "obligation/notes"
OF = ("obligation",)
FIELDS = ("notes.*",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """For counsel."""
    return unknown("a note of counsel", Weight.MAJOR)
