"""A milestone is reached by another step or answer, or by none.

A promise about a milestone that nothing reaches is broken.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        reaches: [contained]
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
from watchbill.diff.kinds.playbook._steps import carried, of_answers, of_steps
from watchbill.diff.verdict import Verdict

ID = "playbook/reaches"
OF = ("playbook",)
FIELDS = of_steps("reaches.*") + of_answers("reaches.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """One that is reached elsewhere instead is for a reader, and for the proof."""
    return carried(edit, twice, spot(edit, twice, "a milestone that it reaches"), Weight.CRITICAL)
