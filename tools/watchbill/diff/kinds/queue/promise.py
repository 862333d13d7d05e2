"""The cases of a queue are measured by another service level.

All its targets, pauses and alarms are those of the other one.

Before:
    kind: queue
After:
    kind: queue
    service_level: slower
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "queue/promise"
OF = ("queue",)
FIELDS = ("service_level",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """For a reader: the other may be stricter at one severity and laxer at the next."""
    return unknown("the promises that its cases are measured by", Weight.CRITICAL)
