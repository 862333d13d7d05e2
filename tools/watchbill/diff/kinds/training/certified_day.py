"""The day of the latest round of tests changed.

A later day says that people were tested anew. An earlier one takes such a word back.

Before:
    kind: training
    certified:
      - {who: vendor-one, site: porto, people: 9, day: 2026-10-01}
After:
    kind: training
    certified:
      - {who: vendor-one, site: porto, people: 9, day: 2026-11-01}
Direction: neutral, backwards unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import later, spot
from watchbill.diff.verdict import Verdict

ID = "training/certified-day"
OF = ("training",)
FIELDS = ("certified.*.day",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Time goes on; it does not go back by itself."""
    what = spot(edit, twice, "the latest round of tests")
    return later(edit, what, Weight.MINOR, to=Direction.NEUTRAL, back=Direction.UNKNOWN)
