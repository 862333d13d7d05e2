"""Somebody else mends what an exercise brought to light.

A task that changes hands lies between them.

Before:
    kind: drill
    held:
      - day: 2026-10-20
        groups: [desk]
        outcome: met
        actions: [{what: Mend the pager, owner: desk, due: 2026-12-01}]
After:
    kind: drill
    held:
      - day: 2026-10-20
        groups: [desk]
        outcome: met
        actions: [{what: Mend the pager, owner: legal, due: 2026-12-01}]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "drill/action-owner"
OF = ("drill",)
FIELDS = ("held.*.actions.*.owner",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown(spot(edit, twice, "who mends it"), Weight.MINOR)
