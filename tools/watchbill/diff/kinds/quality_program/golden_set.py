"""A set of cases whose answer is known came or went.

Without one, two people who are wrong in the same way agree.

Before:
    kind: quality-program
    golden_sets:
      - {id: fraud-set, harms: [fraud], items: 200, strata: [language, difficulty], refresh: 20%, every: 90d}
After:
    kind: quality-program
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "quality-program/golden-set"
OF = ("quality-program",)
FIELDS = ("golden_sets.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id."""
    return protects(edit, "cases whose answer is known", Weight.MAJOR)
