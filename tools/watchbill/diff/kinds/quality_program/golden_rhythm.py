"""A golden set is refreshed sooner or later.

It tells how people did on the cases of last year.

Before:
    kind: quality-program
    golden_sets:
      - {id: fraud-set, harms: [fraud], items: 200, strata: [language, difficulty], refresh: 20%, every: 90d}
After:
    kind: quality-program
    golden_sets:
      - {id: fraud-set, harms: [fraud], items: 200, strata: [language, difficulty], refresh: 20%, every: 180d}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "quality-program/golden-rhythm"
OF = ("quality-program",)
FIELDS = ("golden_sets.*.every",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """Slower is weaker."""
    return measure(
        edit, spot(edit, twice, "how often it is refreshed"), Weight.MAJOR, more=Direction.WEAKER
    )
