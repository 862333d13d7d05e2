"""The material of a harm is held to be heavier or lighter for a reviewer.

What is held to be light is given to people without the care that heavy material calls for.

Before:
    kind: harm
    exposure: E2
After:
    kind: harm
    exposure: E1
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, ladder

ID = "harm/exposure"
OF = ("harm",)
FIELDS = ("exposure",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """`E3` is the heaviest, and brings the most care."""
    return ladder(edit, ("E3", "E2", "E1", "E0"), "how heavy it is on a reviewer", Weight.MAJOR)
