"""What a step writes into the case changed.

What nobody writes down cannot be shown to a user, to a court or to whoever takes over.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        records: [Who decided and why]
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
from watchbill.diff.kinds._lists import listed
from watchbill.diff.kinds.playbook._steps import carried, of_steps
from watchbill.diff.verdict import Verdict

ID = "playbook/step-records"
OF = ("playbook",)
FIELDS = of_steps("records.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A record that another step makes instead, or in other words, is for a reader."""
    what = spot(edit, twice, "what is written into the case")
    moved = carried(edit, twice, what, Weight.CRITICAL)
    return (
        moved
        if moved.direction is Direction.UNKNOWN
        else listed(edit, twice, what, Weight.CRITICAL)
    )
