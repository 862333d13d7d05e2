"""The clock on which promises run changed.

Every target that names no calendar of its own runs on it, or from its event.

Before:
    kind: service-level
    calendar: always
After:
    kind: service-level
    calendar: office
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.service_level._targets import judged
from watchbill.diff.verdict import Verdict, unknown
from watchbill.model.commitments import ServiceLevel
from watchbill.model.types import Duration

ID = "service-level/clock"
OF = ("service-level",)
FIELDS = ("calendar", "starts")


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict:
    """The target that moves most, to the later side where any does; another event cannot be weighed."""
    if edit.field == "starts":
        return unknown("the event that starts every target", Weight.CRITICAL)
    before, after = twice
    found = []
    if isinstance(before, ServiceLevel) and isinstance(after, ServiceLevel):
        for severity, targets in after.targets.items():
            plain = before.targets.get(severity, {})
            for milestone, one in targets.items():
                if isinstance(one, Duration) and isinstance(plain.get(milestone), Duration):
                    verdict = judged(books, before, after, severity, milestone)
                    if verdict is None:
                        return unknown("the clock of every target", Weight.CRITICAL)
                    found.append(verdict)
    moved = [one for one in found if one.direction is not Direction.NEUTRAL]
    if not moved:
        return Verdict(Direction.NEUTRAL, Weight.INFO, "the clock of every target")
    worst = min(moved, key=lambda one: (one.direction.rank, one.weight.rank))
    return worst._replace(
        what="the clock of every target",
        example=f"{worst.what}: {worst.example}",
        before=str(edit.before),
        after=str(edit.after),
    )
