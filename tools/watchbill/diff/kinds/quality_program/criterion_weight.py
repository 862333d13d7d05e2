"""Something that a decision is judged by weighs more or less.

The same errors make another score.

Before:
    kind: quality-program
After:
    kind: quality-program
    criteria:
      - {id: policy, title: The right policy, weight: 50, right: The policy fits the case.}
      - {id: words, title: The note, weight: 50, right: The note says why.}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "quality-program/criterion-weight"
OF = ("quality-program",)
FIELDS = ("criteria.*.weight",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """What weighs more here weighs less there; for a reader."""
    return unknown(spot(edit, twice, "its weight in the score"), Weight.MAJOR)
