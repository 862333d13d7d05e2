"""A reviewer may see more or less of some material in a day.

The limit is there for the day on which there is too much of it.

Before:
    kind: exposure-limit
    levels:
      - {level: E2, per_day: 4h}
After:
    kind: exposure-limit
    levels:
      - {level: E2, per_day: 5h}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "exposure-limit/per-day"
OF = ("exposure-limit",)
FIELDS = ("levels.*.per_day",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """More is weaker."""
    return measure(
        edit, spot(edit, twice, "the most in a day"), Weight.CRITICAL, more=Direction.WEAKER
    )
