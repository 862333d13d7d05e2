"""Another sort of harm lies in a queue, or one lies in it no more.

Who works it sees other material, and cases of the sort that is gone must find another queue.

Before:
    kind: queue
    harms: []
After:
    kind: queue
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "queue/harm"
OF = ("queue",)
FIELDS = ("harms.*",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id; where the cases go instead is for a reader."""
    return unknown("what lies in the queue", Weight.MAJOR)
