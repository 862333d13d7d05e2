"""Another team or partner answers for a document.

The owner keeps it true. Whether the new one can is for both of them to say.

Before:
    kind: harm
    owner: desk
After:
    kind: harm
    owner: legal
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "document/owner"
OF = ("*",)
FIELDS = ("owner",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """A matter between two groups."""
    return unknown("who answers for what it says", Weight.MAJOR)
