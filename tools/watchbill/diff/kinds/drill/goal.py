"""What is to be shown in an exercise changed.

What nobody looks for comes to light in the next incident.

Before:
    kind: drill
    goals: [Every clock is met, Counsel is reached]
After:
    kind: drill
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._lists import listed
from watchbill.diff.verdict import Verdict

ID = "drill/goal"
OF = ("drill",)
FIELDS = ("goals.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A line that was only worded anew is for a reader."""
    return listed(edit, twice, "what is to be shown", Weight.MAJOR)
