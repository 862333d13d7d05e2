"""A machine does a step, or a person does it again.

A machine does not tire, and does not see what it was not built to see.

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
      - id: act
        title: Act
        role: analyst
        takes: 5m
        by: system
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds.playbook._steps import of_steps
from watchbill.diff.verdict import Verdict, unknown

ID = "playbook/step-machine"
OF = ("playbook",)
FIELDS = of_steps("by", "automation", "automation.state", "automation.link")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Where the automation lives weighs less than how far it goes."""
    link = edit.field.endswith(".link")
    return unknown(
        spot(edit, twice, "how far a machine does it"), Weight.MINOR if link else Weight.MAJOR
    )
