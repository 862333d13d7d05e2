"""A larger or smaller part of the time on a queue is spent on cases.

What is left is breath, and the slack of a busy day.

Before:
    kind: queue
After:
    kind: queue
    occupancy: 90%
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "queue/occupancy"
OF = ("queue",)
FIELDS = ("occupancy",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """A share that is written otherwise (`75%`, `75.0%`) is the same."""
    return measure(
        edit, "the most of the time that is spent on cases", Weight.MAJOR, more=Direction.WEAKER
    )
