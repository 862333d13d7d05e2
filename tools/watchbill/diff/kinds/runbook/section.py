"""A section of a runbook came or went.

Without a check nobody knows that it worked; without the last section nobody knows what to do when it did
not.

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
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "runbook/section"
OF = ("runbook",)
FIELDS = ("body.sections.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its title."""
    vital = (edit.after or edit.before).title.casefold() in ("check", "if it fails")
    verdict = protects(edit, "a section", Weight.CRITICAL if vital else Weight.MAJOR)
    before, after = (one.title if one else "" for one in (edit.before, edit.after))
    return verdict._replace(before=before, after=after)
