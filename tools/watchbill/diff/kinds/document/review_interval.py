"""A document must be read through more often or less often.

The longer nobody reads it, the longer what is no longer true stays in force.

Before:
    kind: harm
    review: {last: 2026-11-01, every: 180d}
After:
    kind: harm
    review: {last: 2026-11-01, every: 1y}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, length, protects

ID = "document/review-interval"
OF = ("*",)
FIELDS = ("review", "review.every")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """None at all is worse than a long one."""
    if edit.field == "review":
        return protects(edit, "whether it is read through at all", Weight.MAJOR)
    return length(edit, "how often it is read through", Weight.MINOR)
