"""A step leads to another runbook, or to none.

Without one, how it is done is left to whoever has the watch.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        runbook: block-account
After:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds.playbook._steps import of_steps
from watchbill.diff.verdict import Verdict, protects

ID = "playbook/step-runbook"
OF = ("playbook",)
FIELDS = of_steps("runbook")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Whether another one fits is for a reader."""
    return protects(edit, spot(edit, twice, "how it is done, step by step"), Weight.MAJOR)
