"""Those who must agree to a change of a document changed.

An approver who is gone is a pair of eyes that nobody asks any more.

Before:
    kind: harm
    approvers: [legal]
After:
    kind: harm
    approvers: []
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "document/approvers"
OF = ("*",)
FIELDS = ("approvers.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """The last one weighs most."""
    alone = not all(one.approvers for one in twice if one)
    return protects(edit, "who must agree to a change", Weight.CRITICAL if alone else Weight.MAJOR)
