"""How to know that a step worked was worded anew.

Without it a step is done when somebody says so.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        done_when: The accounts cannot sign in.
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
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.kinds.playbook._steps import of_steps
from watchbill.diff.verdict import Verdict

ID = "playbook/step-done-when"
OF = ("playbook",)
FIELDS = of_steps("done_when")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """None at all is weaker than any."""
    return text(edit, spot(edit, twice, "how to know that it worked"), Weight.MAJOR, kept=True)
