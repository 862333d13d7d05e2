"""The time within which something is promised changed.

The promise is compared at every minute of 400 days, so that a change of calendar shows what it does even where
the number stays: 15 minutes of office hours are a weekend at the worst.

Before:
    kind: service-level
    targets: {P1: {acknowledged: 15m, contained: 4h, resolved: 3d}}
After:
    kind: service-level
    targets: {P1: {acknowledged: {within: 15m, calendar: office}, contained: 4h, resolved: 3d}}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.service_level._targets import judged, weight
from watchbill.diff.verdict import Verdict, protects, unknown
from watchbill.model.commitments import ServiceLevel

ID = "service-level/target"
OF = ("service-level",)
FIELDS = ("targets.*", "targets.*.*", "targets.*.*.within", "targets.*.*.calendar")

_DEPTH = 3


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict | None:
    """By when it is due, before and after; a target that is gone is promised no more."""
    before, after = twice
    path = edit.new or edit.old or ()
    severity = str(path[1])
    if (
        len(path) < _DEPTH
        or not isinstance(before, ServiceLevel)
        or not isinstance(after, ServiceLevel)
    ):
        return protects(edit, f"all promises at {severity}", Weight.CRITICAL)
    milestone = str(path[2])
    what = f"{severity} {milestone} within"
    if edit.how in (How.ADDED, How.REMOVED):
        return protects(edit, what, weight(severity))
    found = judged(books, before, after, severity, milestone)
    if found is None:
        return unknown(what, weight(severity))._replace(depth=_DEPTH)
    if found.direction is Direction.NEUTRAL:
        return None
    return found._replace(what=what, depth=_DEPTH)
