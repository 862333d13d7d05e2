"""A section of a runbook was worded anew.

It tells what must be ready, how to see that it worked, and what to do when it did not.

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

      Check the number twice.

      ## Check

      The page is grey.
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict, neutral

ID = "runbook/section-text"
OF = ("runbook",)
FIELDS = ("body.lead", "body.sections.*.body", "body.sections.*.title")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """None at all is weaker than any; a title in other letters is the same."""
    if edit.field.endswith(".title"):
        return neutral(spot(edit, twice, "its title"))
    return text(edit, spot(edit, twice, "its text"), Weight.MAJOR, kept=True)
