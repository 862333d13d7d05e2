"""A step takes fewer or more people together.

The second person guards against a mistake, and guards the first one.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        second: counsel
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
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds.playbook._steps import of_steps, step_of
from watchbill.diff.verdict import Verdict, unknown
from watchbill.model.response import Step, Work

ID = "playbook/step-two-people"
OF = ("playbook",)
FIELDS = of_steps("people", "second")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Two of one role, or one each of two roles: which of them is better is for a reader."""
    before, after = (_hands(one) for one in step_of(edit, twice))
    what = spot(edit, twice, "how many people it takes together")
    if before == after:
        return unknown(what, Weight.CRITICAL)
    direction = Direction.WEAKER if after < before else Direction.STRONGER
    return Verdict(direction, Weight.CRITICAL, what)


def _hands(step: Step | None) -> int:
    return step.people + (step.second is not None) if isinstance(step, Work) else 0
