"""A step sends other words than before, or none.

A message that is gone is somebody who is not told.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        messages: [notice]
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
from watchbill.diff.kinds.playbook._steps import carried, of_steps
from watchbill.diff.verdict import Verdict

ID = "playbook/step-messages"
OF = ("playbook",)
FIELDS = of_steps("messages.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A message that another step sends instead is for a reader."""
    return carried(edit, twice, spot(edit, twice, "words that are sent"), Weight.CRITICAL)
