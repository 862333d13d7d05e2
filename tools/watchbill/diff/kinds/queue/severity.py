"""The usual severity of a case in a queue changed.

It decides by when a case must be done.

Before:
    kind: queue
After:
    kind: queue
    severity: P1
Direction: stronger
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import severity
from watchbill.diff.verdict import Verdict

ID = "queue/severity"
OF = ("queue",)
FIELDS = ("severity",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """`P0` is the worst."""
    return severity(edit, "the usual severity of a case", Weight.MAJOR)
