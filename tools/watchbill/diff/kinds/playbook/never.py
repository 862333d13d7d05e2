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
from watchbill.diff.kinds._lists import listed
from watchbill.diff.verdict import Verdict

ID = "playbook/never"
OF = ("playbook",)
FIELDS = ("never.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A line that was only worded anew is for a reader."""
    return listed(edit, twice, "what must never be done", Weight.CRITICAL)
