"""Other roles play in an exercise.

Who never played is called for the first time in earnest.

Before:
    kind: drill
After:
    kind: drill
    roles: [analyst]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "drill/role"
OF = ("drill",)
FIELDS = ("roles.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id."""
    return protects(edit, "a role that plays", Weight.MAJOR)
