"""The legal clocks that run on the cases of a queue changed.

A clock that is not listed is watched by nobody who works there.

Before:
    kind: queue
    clocks: [answer-law]
After:
    kind: queue
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "queue/clocks"
OF = ("queue",)
FIELDS = ("clocks.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id."""
    return protects(edit, "a legal clock on its cases", Weight.CRITICAL)
