"""A row of the scorecard of a vendor came or went.

What is not scored is not asked for.

Before:
    kind: vendor
    scorecard:
      every: 1mo
      rows:
        - {id: right, title: Right, weight: 60}
        - {id: fast, title: In time, weight: 40}
        - {id: care, title: Care, weight: 20}
After:
    kind: vendor
    scorecard:
      every: 1mo
      rows:
        - {id: right, title: Right, weight: 60}
        - {id: fast, title: In time, weight: 40}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "vendor/score"
OF = ("vendor",)
FIELDS = ("scorecard.rows.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id."""
    return protects(edit, "what is scored", Weight.MAJOR)
