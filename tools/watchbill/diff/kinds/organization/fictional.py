"""The whole book became a demonstration, or the real thing.

A reader does not rely on what says on every page that it is made up.

Before:
    kind: organization
After:
    kind: organization
    fictional: true
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, flag

ID = "organization/fictional"
OF = ("organization",)
FIELDS = ("fictional",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """A demonstration commits nobody."""
    return flag(edit, "whether it is a demonstration", Weight.MAJOR, protects=False)
