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
from watchbill.diff.kinds._lists import listed
from watchbill.diff.verdict import Verdict

ID = "playbook/lowered-on"
OF = ("playbook",)
FIELDS = ("moves.down.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A line that was only worded anew is for a reader."""
    return listed(edit, twice, "what lowers the severity", Weight.MAJOR, opens=True)
