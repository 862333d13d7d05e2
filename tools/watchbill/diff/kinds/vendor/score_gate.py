"""A failure in one row fails the whole scorecard of a vendor, or does not any more.

What must never be is made up for by what is easy.

Before:
    kind: vendor
    scorecard:
      every: 1mo
      rows: [{id: right, title: Right, weight: 60, gate: true}, {id: fast, title: In time, weight: 40}]
After:
    kind: vendor
    scorecard:
      every: 1mo
      rows: [{id: right, title: Right, weight: 60}, {id: fast, title: In time, weight: 40}]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, flag

ID = "vendor/score-gate"
OF = ("vendor",)
FIELDS = ("scorecard.rows.*.gate",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A gate protects."""
    return flag(edit, spot(edit, twice, "a failure fails the whole scorecard"), Weight.CRITICAL)
