"""The time that must pass before something may be done changed.

It protects whoever it is done to: done sooner, it is done without the time that the law gave them.

Before:
    kind: obligation
    not_before: 48h
After:
    kind: obligation
    not_before: 24h
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, length, protects

ID = "obligation/not-before"
OF = ("obligation",)
FIELDS = ("not_before",)

_WHAT = "the time that must pass before it is done"


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Sooner is weaker."""
    if edit.how in (How.ADDED, How.REMOVED):
        return protects(edit, _WHAT, Weight.MAJOR)
    return length(edit, _WHAT, Weight.MAJOR, longer=Direction.STRONGER)
