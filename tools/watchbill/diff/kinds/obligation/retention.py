"""The time for which something must be kept changed.

It is a floor: what is deleted sooner cannot be shown to an authority or a court that asks for it.

Before:
    kind: obligation
    without: [due]
    keep: 6mo
After:
    kind: obligation
    without: [due]
    keep: 3mo
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, length, protects

ID = "obligation/retention"
OF = ("obligation",)
FIELDS = ("keep",)

_WHAT = "how long it must be kept"


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Shorter is weaker."""
    if edit.how in (How.ADDED, How.REMOVED):
        return protects(edit, _WHAT, Weight.CRITICAL)
    return length(edit, _WHAT, Weight.CRITICAL, longer=Direction.STRONGER)
