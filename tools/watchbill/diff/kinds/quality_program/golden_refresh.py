"""More or less of a golden set is replaced each time.

What stays is known by heart.

Before:
    kind: quality-program
    golden_sets:
      - {id: fraud-set, harms: [fraud], items: 200, strata: [language, difficulty], refresh: 20%, every: 90d}
After:
    kind: quality-program
    golden_sets:
      - {id: fraud-set, harms: [fraud], items: 200, strata: [language, difficulty], refresh: 10%, every: 90d}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "quality-program/golden-refresh"
OF = ("quality-program",)
FIELDS = ("golden_sets.*.refresh",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """A smaller share is weaker."""
    return measure(
        edit, spot(edit, twice, "the share that is replaced"), Weight.MAJOR, more=Direction.STRONGER
    )
