"""The laws that may arise in a playbook changed.

A law that is not listed has no clock in any case of this kind.

Before:
    kind: playbook
After:
    kind: playbook
    obligations: []
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "playbook/obligations"
OF = ("playbook",)
FIELDS = ("obligations.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id."""
    return protects(edit, "a law that may arise", Weight.CRITICAL)
