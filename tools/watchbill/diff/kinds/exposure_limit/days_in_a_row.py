"""A reviewer may see some material on more or fewer days in a row.

Days in a row add up, and nobody notices it in themselves.

Before:
    kind: exposure-limit
    levels:
      - {level: E2, per_day: 4h, days_in_a_row: 3}
After:
    kind: exposure-limit
    levels:
      - {level: E2, per_day: 4h, days_in_a_row: 5}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "exposure-limit/days-in-a-row"
OF = ("exposure-limit",)
FIELDS = ("levels.*.days_in_a_row",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """No limit at all is the weakest."""
    return measure(
        edit, spot(edit, twice, "the most days in a row"), Weight.CRITICAL, more=Direction.WEAKER
    )
