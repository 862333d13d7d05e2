"""A new case of a harm starts at another severity.

The severity decides who is called and by when all is done.

Before:
    kind: harm
    severity: {default: P1, floor: P2}
After:
    kind: harm
    severity: {default: P2, floor: P2}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import severity
from watchbill.diff.verdict import Verdict

ID = "harm/default-severity"
OF = ("harm",)
FIELDS = ("severity.default",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """`P0` is the worst."""
    return severity(edit, "the severity that a new case gets", Weight.CRITICAL)
