"""A reviewer is moved off some material sooner or later.

Without an end to look forward to people leave, or stay and are harmed.

Before:
    kind: exposure-limit
    levels:
      - {level: E2, per_day: 4h, rotate_off: 6mo}
After:
    kind: exposure-limit
    levels:
      - {level: E2, per_day: 4h, rotate_off: 9mo}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "exposure-limit/rotate-off"
OF = ("exposure-limit",)
FIELDS = ("levels.*.rotate_off",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """None at all is the weakest."""
    return measure(
        edit,
        spot(edit, twice, "after how long somebody is moved off it"),
        Weight.CRITICAL,
        more=Direction.WEAKER,
    )
