"""A reason for which a promise stands still came or went.

While it stands still, nobody is late, however long the person waits who was promised an answer.

Before:
    kind: service-level
After:
    kind: service-level
    pauses:
      - {id: user, why: We wait for the user}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, exposes

ID = "service-level/pause"
OF = ("service-level",)
FIELDS = ("pauses.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its code."""
    return exposes(edit, "a reason for which the promise stands still", Weight.CRITICAL)
