"""What lowers the severity of a case changed.

Each further reason lets more cases be taken less seriously.

Before:
    kind: playbook
    moves:
      up: [A person is in danger]
      down: [The accounts are all closed]
      lowered_by: [analyst, counsel]
After:
    kind: playbook
    moves:
      up: [A person is in danger]
      down: [The accounts are all closed, The queue is long]
      lowered_by: [analyst, counsel]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, exposes

ID = "playbook/lowered-on"
OF = ("playbook",)
FIELDS = ("moves.down.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Each line by its words: one that is worded anew went and came."""
    return exposes(edit, "what lowers the severity", Weight.MAJOR)
