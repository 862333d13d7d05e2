"""A certificate is needed for a queue, or is needed no more.

People decide its cases who were never tested on them.

Before:
    kind: queue
After:
    kind: queue
    needs: []
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "queue/certificates"
OF = ("queue",)
FIELDS = ("needs.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By the training."""
    return protects(edit, "a certificate that everybody holds who works it", Weight.CRITICAL)
