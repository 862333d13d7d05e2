"""The most that a vendor gives back in a month changed.

Above it worse work costs the vendor no more.

Before:
    kind: vendor
    scorecard:
      every: 1mo
      rows: [{id: right, title: Right, weight: 60}, {id: fast, title: In time, weight: 40}]
      at_most: 20%
After:
    kind: vendor
    scorecard:
      every: 1mo
      rows: [{id: right, title: Right, weight: 60}, {id: fast, title: In time, weight: 40}]
      at_most: 10%
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "vendor/credit-limit"
OF = ("vendor",)
FIELDS = ("scorecard.at_most",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """A lower one is weaker; none at all lets it give back everything."""
    return measure(
        edit,
        "the most that it gives back",
        Weight.MAJOR,
        more=Direction.STRONGER,
        none=Direction.STRONGER,
    )
