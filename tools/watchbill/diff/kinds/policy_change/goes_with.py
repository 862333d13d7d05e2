"""What changes with a policy, or is tested on it, is listed otherwise.

A page that is not listed goes on saying what is no longer so.

Before:
    kind: policy-change
    trainings: [basics]
After:
    kind: policy-change
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "policy-change/goes-with"
OF = ("policy-change",)
FIELDS = ("documents.*", "trainings.*")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By the document."""
    return protects(edit, "what changes with it", Weight.MAJOR)
