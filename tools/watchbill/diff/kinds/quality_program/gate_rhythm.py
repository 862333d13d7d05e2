"""A gate is judged more or less often.

Between two times nothing stops.

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
        per: 28d
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

ID = "quality-program/gate-rhythm"
OF = ("quality-program",)
FIELDS = ("gates.*.per",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """Rarer is weaker."""
    return measure(
        edit, spot(edit, twice, "how often it is judged"), Weight.MAJOR, more=Direction.WEAKER
    )
