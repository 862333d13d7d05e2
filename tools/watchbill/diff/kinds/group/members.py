"""A role handle of a group came or went.

A handle that is gone is a person fewer to put on a watch.

Before:
    kind: team
    handles: [desk-01, desk-02]
After:
    kind: team
    handles: [desk-01]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "group/members"
OF = ("team", "partner", "vendor")
FIELDS = ("handles.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its handle, never by a name."""
    return protects(edit, "a member", Weight.MINOR)
