"""A queue is checked by a programme, or is checked no more.

Its decisions are looked at by nobody a second time.

Before:
    kind: quality-program
    queues: [reports, appeals]
After:
    kind: quality-program
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "quality-program/queue"
OF = ("quality-program",)
FIELDS = ("queues.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id."""
    return protects(edit, "a queue whose decisions are checked", Weight.CRITICAL)
