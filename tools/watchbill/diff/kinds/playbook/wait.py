"""A step waits for another event.

The case stands still until somebody outside does what it waits for.

Before:
    kind: playbook
    steps:
      - {id: hear, wait: notice-received, title: Wait for the bank}
After:
    kind: playbook
    steps:
      - {id: hear, wait: case-opened, title: Wait for the bank}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds.playbook._steps import of_steps
from watchbill.diff.verdict import Verdict, unknown

ID = "playbook/wait"
OF = ("playbook",)
FIELDS = of_steps("wait")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown(spot(edit, twice, "what is waited for"), Weight.CRITICAL)
