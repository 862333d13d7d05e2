"""More or fewer cases are judged together.

Where people differ is found only on cases that they see.

Before:
    kind: quality-program
    calibration: {every: 14d, cases: 20, who: [analyst, counsel]}
After:
    kind: quality-program
    calibration: {every: 14d, cases: 10, who: [analyst, counsel]}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "quality-program/calibration-cases"
OF = ("quality-program",)
FIELDS = ("calibration.cases",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """A number of cases."""
    return measure(
        edit, "how many cases are judged together", Weight.MINOR, more=Direction.STRONGER
    )
