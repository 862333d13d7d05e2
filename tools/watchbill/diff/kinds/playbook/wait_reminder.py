"""Somebody outside is asked again more often or less often.

Whoever is not asked again forgets, and the case stands still.

Before:
    kind: playbook
    steps:
      - {id: hear, wait: notice-received, title: Wait for the bank, remind: 4h}
After:
    kind: playbook
    steps:
      - {id: hear, wait: notice-received, title: Wait for the bank, remind: 1d}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds.playbook._steps import of_steps
from watchbill.diff.verdict import Verdict, length

ID = "playbook/wait-reminder"
OF = ("playbook",)
FIELDS = of_steps("remind")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A limit on us: longer is weaker, never is weakest."""
    return length(edit, spot(edit, twice, "how often they are asked again"), Weight.MAJOR)
