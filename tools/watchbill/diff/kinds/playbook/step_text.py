"""What a step tells people to do was worded anew.

It is followed word by word, at night and in a hurry.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        do: Close the accounts.
After:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        do: Close the accounts one by one.
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.kinds.playbook._steps import of_steps
from watchbill.diff.verdict import Verdict

ID = "playbook/step-text"
OF = ("playbook",)
FIELDS = of_steps("title", "do")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """What a fence hid and hides no more is weaker."""
    return text(edit, spot(edit, twice, "what is to be done"), Weight.MAJOR)
