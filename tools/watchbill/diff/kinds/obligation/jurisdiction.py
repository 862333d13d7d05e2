"""A duty is one of another jurisdiction.

Other courts, other authorities and other counsel are concerned.

Before:
    kind: obligation
After:
    kind: obligation
    jurisdiction: UK
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "obligation/jurisdiction"
OF = ("obligation",)
FIELDS = ("jurisdiction",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """For counsel."""
    return unknown("whose law it is", Weight.CRITICAL)
