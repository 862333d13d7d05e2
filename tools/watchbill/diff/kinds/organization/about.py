"""What a newcomer should know about the organisation was worded anew.

Nobody acts on it in an incident, but people learn from it.

Before:
    kind: organization
    about: We host texts.
After:
    kind: organization
    about: We host texts and pictures.
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "organization/about"
OF = ("organization",)
FIELDS = ("about",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, "what a newcomer should know", Weight.MINOR)
