"""Whether two people must do a runbook together changed.

The second person guards against a mistake, and guards the first one.

Before:
    kind: runbook
    needs_two: true
After:
    kind: runbook
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, flag

ID = "runbook/two-people"
OF = ("runbook",)
FIELDS = ("needs_two",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Left out it is no."""
    return flag(edit, "whether it takes two people", Weight.CRITICAL)
