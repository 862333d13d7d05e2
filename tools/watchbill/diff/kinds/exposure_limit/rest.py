"""The break after a block of some material became longer or shorter.

A break that is too short is none.

Before:
    kind: exposure-limit
    levels:
      - {level: E2, per_day: 4h, block: 45m, rest: 15m}
After:
    kind: exposure-limit
    levels:
      - {level: E2, per_day: 4h, block: 45m, rest: 10m}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "exposure-limit/rest"
OF = ("exposure-limit",)
FIELDS = ("levels.*.rest",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """None at all is the weakest."""
    return measure(
        edit, spot(edit, twice, "the break after a block"), Weight.CRITICAL, more=Direction.STRONGER
    )
