"""A case of a queue takes longer or shorter.

The same people do fewer cases in a day, or more.

Before:
    kind: queue
After:
    kind: queue
    handling: 8m
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "queue/handling"
OF = ("queue",)
FIELDS = ("handling", "handling_by_language", "handling_by_language.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A measurement: whether the people are enough is for a reader."""
    return unknown(spot(edit, twice, "the time that a case takes"), Weight.MAJOR)
