"""A sample is drawn more or less often.

What goes wrong on the day after it is seen at the next.

Before:
    kind: quality-program
After:
    kind: quality-program
    samples:
      - {id: weekly, of: Decisions of the week, per: 14d, at_least: 457, promises: {expected: 95%, margin: 2%}}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "quality-program/sample-rhythm"
OF = ("quality-program",)
FIELDS = ("samples.*.per",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """Rarer is weaker."""
    return measure(
        edit, spot(edit, twice, "how often it is drawn"), Weight.MAJOR, more=Direction.WEAKER
    )
