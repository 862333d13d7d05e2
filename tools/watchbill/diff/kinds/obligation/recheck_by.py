"""The day by which a law must be checked again changed.

Until then nobody is reminded that the law may have moved.

Before:
    kind: obligation
After:
    kind: obligation
    recheck_by: 2028-11-01
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import later
from watchbill.diff.verdict import Verdict

ID = "obligation/recheck-by"
OF = ("obligation",)
FIELDS = ("recheck_by",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """A later day is weaker, and none is weakest."""
    return later(
        edit,
        "by when it is checked again",
        Weight.MAJOR,
        to=Direction.WEAKER,
        back=Direction.STRONGER,
    )
