"""A legal duty is met by another step or answer, or by none.

A duty that no step meets is missed, whatever its clock says.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        discharges: [answer-law]
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

ID = "playbook/discharges"
OF = ("playbook",)
FIELDS = of_steps("discharges.*") + of_answers("discharges.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A duty that is met elsewhere instead is for a reader, and for the proof."""
    return carried(edit, twice, spot(edit, twice, "a legal duty that it meets"), Weight.CRITICAL)
