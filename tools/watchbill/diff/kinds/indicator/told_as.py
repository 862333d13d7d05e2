"""How an indicator is told changed.

A share without its interval is taken for more than it is.

Before:
    kind: indicator
After:
    kind: indicator
    told_as: [share]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "indicator/told-as"
OF = ("indicator",)
FIELDS = ("told_as.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Each way of telling it by its name."""
    return protects(edit, "how it is told", Weight.MINOR)
