"""How a step of a runbook is done was worded anew.

It is followed word by word, at night and in a hurry.

Before:
    kind: runbook
    body: |
      ## Steps

      ### Open the account

      Find it by its number.

      ### Press block {danger}

      Check the number twice.

      ## Check

      The page says blocked.
After:
    kind: runbook
    body: |
      ## Steps

      ### Open the account

      Find it by its number.

      ### Press block {danger}

      Check the number.

      ## Check

      The page says blocked.
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict

ID = "runbook/step-text"
OF = ("runbook",)
FIELDS = ("body.steps.*.body", "body.steps.*.title")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """None at all is weaker than any; what a fence hid and hides no more is weaker."""
    return text(edit, spot(edit, twice, "how it is done"), Weight.MAJOR, kept=True)
