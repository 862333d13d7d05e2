"""A deprecated document names another replacement.

Whoever lands on the old page is sent there.

Before:
    kind: message
    status: deprecated
    replaced_by: reply
After:
    kind: message
    status: deprecated
    replaced_by: answer
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "document/replaced-by"
OF = ("*",)
FIELDS = ("replaced_by",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Whether it fits is for a reader."""
    return unknown("what replaces it", Weight.MINOR)
