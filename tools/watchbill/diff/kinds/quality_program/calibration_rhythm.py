"""People judge the same cases more or less often.

In between each drifts off.

Before:
    kind: quality-program
    calibration: {every: 14d, cases: 20, who: [analyst, counsel]}
After:
    kind: quality-program
    calibration: {every: 28d, cases: 20, who: [analyst, counsel]}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "quality-program/calibration-rhythm"
OF = ("quality-program",)
FIELDS = ("calibration.every",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """Rarer is weaker."""
    return measure(edit, "how often the same cases are judged", Weight.MAJOR, more=Direction.WEAKER)
