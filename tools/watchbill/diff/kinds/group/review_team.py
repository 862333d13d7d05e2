"""Whom review requests for a group go to changed.

Without a team there, a change that the group must agree to reaches nobody of it.

Before:
    kind: team
    github: "@smallest/desk"
After:
    kind: team
    without: [github]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "group/review-team"
OF = ("team", "partner")
FIELDS = ("github",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Whether another one is the right one is for a reader."""
    return protects(edit, "who is asked to review for it", Weight.MAJOR)
