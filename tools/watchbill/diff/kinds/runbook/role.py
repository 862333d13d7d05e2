"""Other roles do what a runbook describes.

They may have other rights and other hours.

Before:
    kind: runbook
    role: [analyst]
After:
    kind: runbook
    role: [counsel]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "runbook/role"
OF = ("runbook",)
FIELDS = ("role.*",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """A role more may be help, or a hand too many."""
    return unknown("who does it", Weight.MAJOR)
