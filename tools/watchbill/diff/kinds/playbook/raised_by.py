"""What raises the severity of a case changed.

A reason that is gone leaves cases where they are.

Before:
    kind: playbook
    moves:
      up: [A person is in danger, It spreads]
      down: [The accounts are all closed]
      lowered_by: [analyst, counsel]
After:
    kind: playbook
    moves:
      up: [A person is in danger]
      down: [The accounts are all closed]
      lowered_by: [analyst, counsel]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._lists import listed
from watchbill.diff.verdict import Verdict

ID = "playbook/raised-by"
OF = ("playbook",)
FIELDS = ("moves.up.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A line that was only worded anew is for a reader."""
    return listed(edit, twice, "what raises the severity", Weight.MAJOR)
