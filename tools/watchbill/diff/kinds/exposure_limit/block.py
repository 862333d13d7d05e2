"""A reviewer may see some material for longer or shorter without a break.

What was seen is carried along until somebody stops looking.

Before:
    kind: exposure-limit
    levels:
      - {level: E2, per_day: 4h, block: 45m}
After:
    kind: exposure-limit
    levels:
      - {level: E2, per_day: 4h, block: 60m}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "exposure-limit/block"
OF = ("exposure-limit",)
FIELDS = ("levels.*.block",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """No limit at all is the weakest."""
    return measure(
        edit,
        spot(edit, twice, "the longest without a break"),
        Weight.CRITICAL,
        more=Direction.WEAKER,
    )
