"""A step of a runbook is marked as dangerous, or is no longer.

The mark is what makes somebody stop and look before they press.

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

      ### Press block

      Check the number twice.

      ## Check

      The page says blocked.
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, flag

ID = "runbook/danger"
OF = ("runbook",)
FIELDS = ("body.steps.*.danger",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """The mark protects."""
    return flag(edit, spot(edit, twice, "whether it is marked as dangerous"), Weight.CRITICAL)
