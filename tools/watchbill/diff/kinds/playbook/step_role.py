"""Another role does a step or answers for it.

It may have other hours, other rights and another eye for the case.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
After:
    kind: playbook
    steps:
      - {id: act, title: Act, role: counsel, takes: 5m}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds.playbook._steps import of_steps
from watchbill.diff.verdict import Verdict, unknown

ID = "playbook/step-role"
OF = ("playbook",)
FIELDS = of_steps("role")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """What it does to the clocks is proven apart."""
    return unknown(spot(edit, twice, "who does it"), Weight.CRITICAL)
