"""An error is counted apart as critical, or is not any more.

One that is not counted apart is lost in an average.

Before:
    kind: quality-program
    criteria:
      - {id: policy, title: The right policy, weight: 60, right: The policy fits the case., critical: true}
      - {id: words, title: The note, weight: 40, right: The note says why.}
After:
    kind: quality-program
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, flag

ID = "quality-program/criterion-critical"
OF = ("quality-program",)
FIELDS = ("criteria.*.critical",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Counting it apart protects."""
    return flag(edit, spot(edit, twice, "an error here is counted as critical"), Weight.CRITICAL)
