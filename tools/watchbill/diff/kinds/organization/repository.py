"""The book is said to be kept elsewhere.

Pages lead to the forms there. Where nobody reads them, what people on shift propose is lost.

Before:
    kind: organization
After:
    kind: organization
    repository: https://git.example/desk/bill
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "organization/repository"
OF = ("organization",)
FIELDS = ("repository",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Whether somebody reads what is proposed there is known outside the book."""
    return unknown("where the book is kept", Weight.MINOR)
