"""Whoever works a queue must be allowed to read more, or less.

Under a lower tier its cases may be given to people from whom they were kept.

Before:
    kind: queue
    tier: internal
After:
    kind: queue
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import readers
from watchbill.diff.verdict import Verdict

ID = "queue/tier"
OF = ("queue",)
FIELDS = ("tier",)


def judge(edit: Edit, _twice: Twice, books: Books) -> Verdict | None:
    """By the order of the tiers."""
    return readers(
        "what everybody who works it may read", Weight.CRITICAL, books, (edit.before, edit.after)
    )
