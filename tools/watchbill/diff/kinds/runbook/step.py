"""A step of a runbook came, went or stands elsewhere.

It is followed line by line: what does not stand there is not done.

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

      ## Check

      The page says blocked.
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects, unknown

ID = "runbook/step"
OF = ("runbook",)
FIELDS = ("body.steps", "body.steps.*")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its title: one that is worded anew went and came. A dangerous one weighs most."""
    if edit.how is How.MOVED:
        return unknown("the order of the steps", Weight.MAJOR)
    step = edit.after or edit.before
    verdict = protects(edit, "a step", Weight.CRITICAL if step.danger else Weight.MAJOR)
    before, after = (one.title if one else "" for one in (edit.before, edit.after))
    return verdict._replace(before=before, after=after)
