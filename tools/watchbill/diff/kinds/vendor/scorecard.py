"""A vendor is judged by a scorecard, or is not any more.

What it owes for bad work is a matter of opinion then.

Before:
    kind: vendor
    scorecard:
      every: 1mo
      rows: [{id: right, title: Right, weight: 60}, {id: fast, title: In time, weight: 40}]
After:
    kind: vendor
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "vendor/scorecard"
OF = ("vendor",)
FIELDS = ("scorecard",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """That there is one at all."""
    return protects(edit, "how the vendor is judged", Weight.CRITICAL)
