"""The playbooks that the cases of a queue lead to changed.

A case that should open one stays an ordinary case.

Before:
    kind: queue
    playbooks: [fraud-ring]
After:
    kind: queue
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "queue/leads-to"
OF = ("queue",)
FIELDS = ("playbooks.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id."""
    return protects(edit, "where its cases lead", Weight.MAJOR)
