"""Whether the handling of a harm takes two people changed.

The second person guards against a mistake, and guards the first one.

Before:
    kind: harm
    needs_two: true
After:
    kind: harm
    needs_two: false
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, flag

ID = "harm/two-people"
OF = ("harm",)
FIELDS = ("needs_two",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Left out it is no."""
    return flag(edit, "whether it takes two people", Weight.CRITICAL)
