"""An exercise comes round more or less often.

Half of what goes wrong at night is a number that changed since the last time.

Before:
    kind: drill
After:
    kind: drill
    every: 180d
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "drill/rhythm"
OF = ("drill",)
FIELDS = ("every",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """Rarer is weaker."""
    return measure(edit, "how often it is held", Weight.MAJOR, more=Direction.WEAKER)
