"""An indicator is computed more or less often.

What goes wrong is seen at the next time.

Before:
    kind: indicator
After:
    kind: indicator
    every: 28d
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "indicator/rhythm"
OF = ("indicator",)
FIELDS = ("every",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """Rarer is weaker."""
    return measure(edit, "how often it is computed", Weight.MAJOR, more=Direction.WEAKER)
