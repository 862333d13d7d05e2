"""A gate asks for a higher or lower figure.

Below the earlier one something stopped; now it goes on.

Before:
    kind: quality-program
After:
    kind: quality-program
    gates:
      - id: right
        title: Decisions that are right
        measure: share
        at_least: 0.85
        minimum_sample: 200
        per: 7d
        decides: analyst
        below: The queue is looked at twice.
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "quality-program/gate-figure"
OF = ("quality-program",)
FIELDS = ("gates.*.at_least",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """Lower is weaker."""
    return measure(
        edit,
        spot(edit, twice, "the figure that must be reached"),
        Weight.CRITICAL,
        more=Direction.STRONGER,
    )
