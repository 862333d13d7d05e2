"""A case of a harm may go lower than before, or no longer as low.

The floor is what no playbook and nobody on watch can go below.

Before:
    kind: harm
    severity: {default: P0, floor: P1}
After:
    kind: harm
    severity: {default: P0, floor: P2}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import severity
from watchbill.diff.verdict import Verdict

ID = "harm/floor"
OF = ("harm",)
FIELDS = ("severity.floor",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """`P0` is the worst."""
    return severity(edit, "the least severity that a case may have", Weight.CRITICAL)
