"""The rows of the matrix lead other cases along other paths.

The first row that fits wins, so a row that came, went or moved may re-route cases that it does not name. What
that does to the clocks of each playbook is proven apart.

Before:
    kind: escalation
    matrix:
      - {path: desk-first}
After:
    kind: escalation
    matrix:
      - {severity: P1, path: desk-first}
      - {path: desk-first}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "escalation/route"
OF = ("escalation",)
FIELDS = ("matrix", "matrix.*", "matrix.*.path", "region_is")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Which path is the better one for a case is for a person to say."""
    if edit.field == "region_is":
        return unknown("whose region the rows mean", Weight.MAJOR)
    return unknown("which path a case takes", Weight.CRITICAL)
