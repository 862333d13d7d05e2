"""When a legal clock stands still changed.

A clock that may be held gives us more time; one that begins anew gives more than one that goes on.

Before:
    kind: obligation
After:
    kind: obligation
    hold: {from: notice-received, until: case-opened, then: resume}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, exposes, ladder, unknown

ID = "obligation/hold"
OF = ("obligation",)
FIELDS = ("hold", "hold.**")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Another event that holds it or lets it go is for a person to weigh."""
    if edit.field == "hold.then":
        return ladder(edit, ("resume", "restart"), "what follows a hold", Weight.CRITICAL)
    if edit.field == "hold":
        return exposes(edit, "the hold of the legal clock", Weight.CRITICAL)
    return unknown("the hold of the legal clock", Weight.CRITICAL)
