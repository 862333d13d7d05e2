"""A sample has more or fewer cases.

Of fewer cases less can be told, and less surely.

Before:
    kind: quality-program
After:
    kind: quality-program
    samples:
      - {id: weekly, of: Decisions of the week, per: 7d, at_least: 400, promises: {expected: 95%, margin: 2%}}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "quality-program/sample-size"
OF = ("quality-program",)
FIELDS = ("samples.*.at_least",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """A number of cases."""
    return measure(
        edit, spot(edit, twice, "how many at least"), Weight.MAJOR, more=Direction.STRONGER
    )
