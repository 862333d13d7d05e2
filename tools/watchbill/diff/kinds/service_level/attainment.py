"""The share of cases that must meet their targets, or the window it is taken over, changed.

A lower share promises less. Over another window the same share is another promise.

Before:
    kind: service-level
    attainment: {share: 95%, over: 28d}
After:
    kind: service-level
    attainment: {share: 90%, over: 28d}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects, unknown

ID = "service-level/attainment"
OF = ("service-level",)
FIELDS = ("attainment", "attainment.**")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """A share that is written otherwise (`95%`, `95.0%`) is the same."""
    what = "the share of cases that must be in time"
    if edit.field == "attainment":
        return protects(edit, what, Weight.MAJOR)
    if edit.field == "attainment.over":
        return unknown("the window over which that share is taken", Weight.MINOR)
    before, after = (float(str(one).rstrip("%")) for one in (edit.before, edit.after))
    if before == after:
        return None
    return Verdict(Direction.WEAKER if after < before else Direction.STRONGER, Weight.MAJOR, what)
