"""What a vendor gives back where it falls short came or went.

Without it falling short costs the vendor nothing.

Before:
    kind: vendor
    scorecard:
      every: 1mo
      rows: [{id: right, title: Right, weight: 60}, {id: fast, title: In time, weight: 40}]
      credits: [{when: Below target, credit: 5%}]
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
from watchbill.diff.verdict import Verdict, protects

ID = "vendor/credit"
OF = ("vendor",)
FIELDS = ("scorecard.credits.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By when it is due."""
    return protects(edit, "what it gives back", Weight.MAJOR)
