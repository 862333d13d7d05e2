"""The least time that two watches overlap at a handover changed.

It is the time in which one tells the other what is open.

Before:
    kind: schedule
    id: watch
    overlap: 30m
After:
    kind: schedule
    id: watch
    overlap: 0m
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, length

ID = "schedule/overlap"
OF = ("schedule",)
FIELDS = ("overlap",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Shorter is weaker."""
    return length(edit, "the promised overlap", Weight.MAJOR, longer=Direction.STRONGER)
