"""A weight of material has a limit, or has none any more.

Without one nobody stops a reviewer who has seen enough.

Before:
    kind: exposure-limit
    levels:
      - {level: E0, per_day: 8h}
      - {level: E2, per_day: 4h}
After:
    kind: exposure-limit
    levels:
      - {level: E0, per_day: 8h}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "exposure-limit/level"
OF = ("exposure-limit",)
FIELDS = ("levels.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By weight."""
    return protects(edit, "a limit on material of a weight", Weight.CRITICAL)
