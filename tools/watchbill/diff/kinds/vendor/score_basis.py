"""What a row or a credit of the scorecard of a vendor is decided by changed.

The same row stands for another figure.

Before:
    kind: vendor
    scorecard:
      every: 1mo
      rows: [{id: right, title: Right, weight: 60}, {id: fast, title: In time, weight: 40}]
After:
    kind: vendor
    scorecard:
      every: 1mo
      rows: [{id: right, title: Right, weight: 60}, {id: fast, title: Answers in time, weight: 40}]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "vendor/score-basis"
OF = ("vendor",)
FIELDS = ("scorecard.rows.*.title", "scorecard.rows.*.indicator", "scorecard.credits.*.indicator")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown(spot(edit, twice, "what it is decided by"), Weight.MAJOR)
