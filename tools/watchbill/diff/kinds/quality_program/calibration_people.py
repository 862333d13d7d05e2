"""Who judges the same cases together, and by which procedure, changed.

Whoever is left out goes on as before.

Before:
    kind: quality-program
    calibration: {every: 14d, cases: 20, who: [analyst, counsel]}
After:
    kind: quality-program
    calibration: {every: 14d, cases: 20, who: [analyst]}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "quality-program/calibration-people"
OF = ("quality-program",)
FIELDS = ("calibration.who.*", "calibration.runbook")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Each by its id."""
    return protects(edit, "who judges together, and how", Weight.MAJOR)
