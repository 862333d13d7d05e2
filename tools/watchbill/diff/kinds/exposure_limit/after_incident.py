"""A break after incidents came or went.

Whoever worked the worst case of the year goes on with the next.

Before:
    kind: exposure-limit
    after_incidents:
      - {severity: P0, rest: 1d}
After:
    kind: exposure-limit
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "exposure-limit/after-incident"
OF = ("exposure-limit",)
FIELDS = ("after_incidents.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By severity."""
    return protects(edit, "a break after an incident", Weight.CRITICAL)
