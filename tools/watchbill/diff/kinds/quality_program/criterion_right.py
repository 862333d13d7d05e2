"""When a decision is right was worded anew.

The same decision may be an error today that was none yesterday.

Before:
    kind: quality-program
After:
    kind: quality-program
    criteria:
      - {id: policy, title: The right policy, weight: 60, right: The policy fits the case.}
      - {id: words, title: The note, weight: 40, right: The note is there.}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict

ID = "quality-program/criterion-right"
OF = ("quality-program",)
FIELDS = ("criteria.*.right", "criteria.*.title")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, spot(edit, twice, "when it is right"), Weight.MAJOR)
