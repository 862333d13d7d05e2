"""What makes somebody open a playbook changed.

What is struck from the list is met with no playbook, or with another.

Before:
    kind: playbook
    triggers: [Two reports about one payee, A report by a bank]
After:
    kind: playbook
    triggers: [Two reports about one payee]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "playbook/triggers"
OF = ("playbook",)
FIELDS = ("triggers.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Each line by its words: one that is worded anew went and came."""
    return protects(edit, "what makes somebody open it", Weight.CRITICAL)
