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
from watchbill.diff.kinds._lists import listed
from watchbill.diff.verdict import Verdict

ID = "playbook/triggers"
OF = ("playbook",)
FIELDS = ("triggers.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A line that was only worded anew is for a reader."""
    return listed(edit, twice, "what makes somebody open it", Weight.CRITICAL)
