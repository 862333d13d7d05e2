"""More or fewer cases are expected in a queue, or at other hours.

The people were planned for the earlier numbers.

Before:
    kind: queue
After:
    kind: queue
    volume:
      timezone: UTC
      by_hour: [3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.said import said
from watchbill.diff.verdict import Verdict, unknown
from watchbill.model.operations import Queue

ID = "queue/volume"
OF = ("queue",)
FIELDS = ("volume.by_hour", "volume.by_hour.*", "volume.busy_day", "volume.timezone")

_DEPTH = 2


def _told(by_hour: tuple[int, ...]) -> str:
    return f"{sum(by_hour):,} a day, by hour: {said(by_hour)}"


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """The world changed, not a promise; whether the people are enough is for a reader."""
    verdict = unknown("the cases that come in", Weight.MAJOR)
    if not edit.field.startswith("volume.by_hour"):
        return verdict
    before, after = (one.volume.by_hour for one in twice if isinstance(one, Queue))
    return verdict._replace(before=_told(before), after=_told(after), depth=_DEPTH, how=How.CHANGED)
