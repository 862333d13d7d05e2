"""More or less must be right to pass a test.

With a lower mark people are certified who get more cases wrong.

Before:
    kind: training
After:
    kind: training
    test: {items: 80, pass_mark: 80%}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "training/pass-mark"
OF = ("training",)
FIELDS = ("test.pass_mark",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """A share that is written otherwise (`90%`, `90.0%`) is the same."""
    return measure(edit, "the share that must be right", Weight.CRITICAL, more=Direction.STRONGER)
