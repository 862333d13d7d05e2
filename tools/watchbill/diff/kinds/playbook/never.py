"""What must never be done changed.

Each line is there because it went wrong once.

Before:
    kind: playbook
After:
    kind: playbook
    never: []
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "playbook/never"
OF = ("playbook",)
FIELDS = ("never.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Each line by its words: one that is worded anew went and came."""
    return protects(edit, "what must never be done", Weight.CRITICAL)
