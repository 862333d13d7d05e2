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
from watchbill.diff.kinds._lists import lists, reworded
from watchbill.diff.verdict import Verdict, protects, unknown
from watchbill.model.runbook import Procedure

ID = "runbook/step"
OF = ("runbook",)
FIELDS = ("body.steps", "body.steps.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """One that was only worded anew is for a reader. A dangerous one weighs most."""
    if edit.how is How.MOVED:
        return unknown("the order of the steps", Weight.MAJOR)
    step = edit.after or edit.before
    before, after = (one.title if one else "" for one in (edit.before, edit.after))
    verdict = protects(edit, "a step", Weight.CRITICAL if step.danger else Weight.MAJOR)
    if _worded_anew(step, *lists(edit, twice), came=edit.how is How.ADDED):
        verdict = unknown("a step, worded anew", verdict.weight)
    return verdict._replace(before=before, after=after)


def _worded_anew(
    step: Procedure, before: tuple[Procedure, ...], after: tuple[Procedure, ...], *, came: bool
) -> bool:
    here, there = (after, before) if came else (before, after)
    known = {one.id for one in here}
    others = [one for one in there if one.id not in known and one.danger is step.danger]
    return reworded(_words(step), map(_words, others))


def _words(step: Procedure) -> str:
    return f"{step.title} {step.body}"
