"""The rights that a runbook takes changed.

More rights are more power in the hands of each who follows it; with too few, they stand before a closed
door.

Before:
    kind: runbook
    access: [Block accounts]
After:
    kind: runbook
    access: [Block accounts, Read letters]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "runbook/access"
OF = ("runbook",)
FIELDS = ("access.*",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """For whoever gives the rights."""
    return unknown("what rights it takes", Weight.MAJOR)
