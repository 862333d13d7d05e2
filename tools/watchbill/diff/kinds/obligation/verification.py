"""How sure we are of a law changed.

A figure that nobody has read in the text itself may be wrong by days.

Before:
    kind: obligation
After:
    kind: obligation
    verification: unverified
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, ladder

ID = "obligation/verification"
OF = ("obligation",)
FIELDS = ("verification",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """The text itself is surer than a digest, and that than memory."""
    return ladder(
        edit, ("verified", "secondary", "unverified"), "how sure we are of it", Weight.MAJOR
    )
