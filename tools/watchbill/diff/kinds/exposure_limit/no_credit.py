"""What eases the work and is not set against a limit changed.

What is gone from this list may be taken as a reason to see more.

Before:
    kind: exposure-limit
    no_credit: [Pictures in grey]
After:
    kind: exposure-limit
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._lists import listed
from watchbill.diff.verdict import Verdict

ID = "exposure-limit/no-credit"
OF = ("exposure-limit",)
FIELDS = ("no_credit.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A line that was only worded anew is for a reader."""
    return listed(edit, twice, "what is not set against a limit", Weight.MAJOR)
