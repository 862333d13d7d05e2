"""What an indicator must not be read as changed.

A line that is gone is a conclusion that will be drawn.

Before:
    kind: indicator
    never: [A rank of people]
After:
    kind: indicator
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._lists import listed
from watchbill.diff.verdict import Verdict

ID = "indicator/never"
OF = ("indicator",)
FIELDS = ("never.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A line that was only worded anew is for a reader."""
    return listed(edit, twice, "what it must not be read as", Weight.MAJOR)
