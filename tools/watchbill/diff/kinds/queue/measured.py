"""The numbers of a queue were taken from other weeks.

Later weeks are nearer to what will come. Earlier ones take a measurement back.

Before:
    kind: queue
    volume:
      timezone: UTC
      by_hour: [2, 2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2]
      measured: 2026-10-01
After:
    kind: queue
    volume:
      timezone: UTC
      by_hour: [2, 2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2]
      measured: 2026-11-01
Direction: neutral, backwards unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import later
from watchbill.diff.verdict import Verdict

ID = "queue/measured"
OF = ("queue",)
FIELDS = ("volume.measured",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Time goes on; it does not go back by itself."""
    return later(
        edit,
        "when its cases were counted",
        Weight.INFO,
        to=Direction.NEUTRAL,
        back=Direction.UNKNOWN,
    )
