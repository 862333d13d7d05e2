"""What a lower reader sees instead of a step was worded anew.

It must tell them to wait or whom to ask, and nothing of what it hides.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        audience: restricted
        stub: Wait for the lead.
After:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        audience: restricted
        stub: Go on.
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.kinds.playbook._steps import of_steps
from watchbill.diff.verdict import Verdict

ID = "playbook/step-stub"
OF = ("playbook",)
FIELDS = of_steps("stub")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, spot(edit, twice, "what a lower reader sees"), Weight.MAJOR)
