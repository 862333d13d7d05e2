"""A step or an answer makes other events true.

Clocks start on events: one that is never true starts none.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        marks: [notice-received]
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
from watchbill.diff.kinds.playbook._steps import carried, clock, of_answers, of_steps
from watchbill.diff.verdict import Verdict

ID = "playbook/marks"
OF = ("playbook",)
FIELDS = of_steps("marks.*") + of_answers("marks.*")


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict:
    """An event that stops a clock, or is marked elsewhere instead, is for a reader."""
    what = spot(edit, twice, "what has happened then")
    moved = carried(edit, twice, what, Weight.CRITICAL)
    return moved if moved.direction is Direction.UNKNOWN else clock(edit, what, books)
