"""A test has more or fewer cases.

On fewer cases chance passes more people.

Before:
    kind: training
After:
    kind: training
    test: {items: 40, pass_mark: 90%}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "training/items"
OF = ("training",)
FIELDS = ("test.items",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """A number of cases."""
    return measure(edit, "how many cases are judged", Weight.MAJOR, more=Direction.STRONGER)
