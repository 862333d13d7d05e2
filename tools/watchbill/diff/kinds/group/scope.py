"""What a team or partner does changed.

What is struck from its list is work that others still send there, and nobody does.

Before:
    kind: team
    scope: [Works cases day and night, Answers the press]
After:
    kind: team
    scope: [Works cases day and night]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "group/scope"
OF = ("team", "partner")
FIELDS = ("scope.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Each line by its words: one that is worded anew went and came."""
    return protects(edit, "what the group does", Weight.MAJOR)
