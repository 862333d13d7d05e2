"""People judge the same cases together, or do so no more.

Each drifts off to a policy of their own.

Before:
    kind: quality-program
    calibration: {every: 14d, cases: 20, who: [analyst, counsel]}
After:
    kind: quality-program
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "quality-program/calibration"
OF = ("quality-program",)
FIELDS = ("calibration",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """That it is held at all."""
    return protects(edit, "judging the same cases together", Weight.MAJOR)
