"""A test may be tried more often, or less.

Whoever tries often enough passes by chance.

Before:
    kind: training
After:
    kind: training
    test: {items: 80, pass_mark: 90%, attempts: 3}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "training/attempts"
OF = ("training",)
FIELDS = ("test.attempts",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """More is weaker."""
    return measure(edit, "how often it may be tried", Weight.MAJOR, more=Direction.WEAKER)
