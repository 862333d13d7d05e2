"""The shares of our own limit at which alarms fall changed.

An alarm that falls later leaves less time to act on it.

Before:
    kind: guard-bands
    warn_at: [50, 75, 90]
After:
    kind: guard-bands
    warn_at: [75, 90]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "guard-bands/alarms"
OF = ("guard-bands",)
FIELDS = ("warn_at.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """One alarm less is weaker."""
    share = edit.after if edit.before is None else edit.before
    return protects(edit, f"the alarm at {share} %", Weight.MINOR)
