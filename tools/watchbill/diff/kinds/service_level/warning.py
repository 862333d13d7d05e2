"""The alarms before the end of a promise changed.

An alarm that is gone leaves a late case unseen until it is late.

Before:
    kind: service-level
    warn_at: [50, 75, 90]
After:
    kind: service-level
    warn_at: [50, 90]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "service-level/warning"
OF = ("service-level",)
FIELDS = ("warn_at.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Each by its per cent: one that is moved went and came."""
    return protects(edit, "an alarm at this per cent of a target", Weight.MAJOR)
