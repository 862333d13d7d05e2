"""A row of the scorecard of a vendor weighs more or less.

The same work makes another score.

Before:
    kind: vendor
    scorecard:
      every: 1mo
      rows: [{id: right, title: Right, weight: 60}, {id: fast, title: In time, weight: 40}]
After:
    kind: vendor
    scorecard:
      every: 1mo
      rows: [{id: right, title: Right, weight: 50}, {id: fast, title: In time, weight: 50}]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "vendor/score-weight"
OF = ("vendor",)
FIELDS = ("scorecard.rows.*.weight",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """What weighs more here weighs less there; for a reader."""
    return unknown(spot(edit, twice, "its weight on the scorecard"), Weight.MAJOR)
