"""A certificate holds for longer or shorter.

The longer it holds, the older the rules that people were tested on.

Before:
    kind: training
After:
    kind: training
    valid: 360d
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "training/valid"
OF = ("training",)
FIELDS = ("valid",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """Longer is weaker."""
    return measure(edit, "how long a certificate holds", Weight.CRITICAL, more=Direction.WEAKER)
