"""Where the numbers of a limit come from was worded anew.

It says who stands by them, and who is still to confirm them.

Before:
    kind: exposure-limit
After:
    kind: exposure-limit
    basis: Agreed in a meeting.
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "exposure-limit/basis"
OF = ("exposure-limit",)
FIELDS = ("basis",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, "where the numbers come from", Weight.MAJOR)
