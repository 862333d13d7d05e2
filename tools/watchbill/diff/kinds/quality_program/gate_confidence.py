"""A gate is judged with more or less confidence.

With less of it the lower bound lies higher, and the same cases pass.

Before:
    kind: quality-program
After:
    kind: quality-program
    gates:
      - id: right
        title: Decisions that are right
        measure: share
        at_least: 0.90
        minimum_sample: 200
        per: 7d
        decides: analyst
        below: The queue is looked at twice.
        confidence: 90
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "quality-program/gate-confidence"
OF = ("quality-program",)
FIELDS = ("gates.*.confidence",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """Less is weaker."""
    return measure(
        edit,
        spot(edit, twice, "the confidence of its interval"),
        Weight.MAJOR,
        more=Direction.STRONGER,
    )
