"""What cover a schedule promises changed.

What is not promised is not proven: a hole in it is nobody's finding any more.

Before:
    kind: schedule
    id: watch
    cover: 24x7
After:
    kind: schedule
    id: watch
    cover: as-listed
    limits: Nobody at night; page the lead.
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "schedule/promise"
OF = ("schedule",)
FIELDS = ("cover", "limits")

_ORDER = {"24x7": 0, "as-listed": 2}


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """`24x7` promises most, `as-listed` least; two calendars are for a person to compare."""
    before, after = (getattr(one, "cover", "") for one in twice)
    what = "the cover that is promised"
    old, new = (_ORDER.get(one, 1) for one in (before, after))
    if edit.field == "limits":
        # The words are those of `as-listed`, and come and go with it.
        return None if old != new else unknown("the holes that are stated", Weight.MAJOR)
    if old == new:
        return unknown(what, Weight.CRITICAL)
    return Verdict(Direction.WEAKER if new > old else Direction.STRONGER, Weight.CRITICAL, what)
