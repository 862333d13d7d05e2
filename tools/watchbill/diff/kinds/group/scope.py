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
from watchbill.diff.kinds._lists import listed
from watchbill.diff.verdict import Verdict

ID = "group/scope"
OF = ("team", "partner")
FIELDS = ("scope.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A line that was only worded anew is for a reader."""
    return listed(edit, twice, "what the group does", Weight.MAJOR)
