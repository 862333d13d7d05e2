"""A golden set has more or fewer cases.

Of fewer cases less can be told, and they are soon known by heart.

Before:
    kind: quality-program
    golden_sets:
      - {id: fraud-set, harms: [fraud], items: 200, strata: [language, difficulty], refresh: 20%, every: 90d}
After:
    kind: quality-program
    golden_sets:
      - {id: fraud-set, harms: [fraud], items: 100, strata: [language, difficulty], refresh: 20%, every: 90d}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "quality-program/golden-items"
OF = ("quality-program",)
FIELDS = ("golden_sets.*.items",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """A number of cases."""
    return measure(edit, spot(edit, twice, "how many cases"), Weight.MAJOR, more=Direction.STRONGER)
