"""A scenario expects something sooner, or lets it come later.

A test that allows more time no longer fails when the operation becomes slower.

Before:
    kind: scenario
    expect:
      path: desk-first
      milestones: {contained: {by: +4h}}
After:
    kind: scenario
    expect:
      path: desk-first
      milestones: {contained: {by: +6h}}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds.scenario._offsets import exact, offset, same_offset
from watchbill.diff.verdict import Verdict, compared, protects, unknown

ID = "scenario/deadline"
OF = ("scenario",)
FIELDS = ("expect.milestones.*.by", "expect.paged.*.by")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """`by` instead of `at` allows more; `at` instead of `by` allows less, unless it is later."""
    if same_offset(edit.before, edit.after):
        return None
    what = spot(edit, twice, "by when it is expected")
    before = edit.before or exact(edit, twice, twice.before)
    after = edit.after or exact(edit, twice, twice.after)
    if before is None or after is None:
        return protects(edit, what, Weight.MAJOR)
    order = compared(offset(before), offset(after)) if not same_offset(before, after) else 0
    if order is None:
        return unknown(what, Weight.MAJOR)
    looser = order > 0 or (order == 0 and edit.how is How.ADDED)
    return Verdict(Direction.WEAKER if looser else Direction.STRONGER, Weight.MAJOR, what)
