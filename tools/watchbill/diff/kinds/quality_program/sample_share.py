"""A larger or smaller share of decisions is looked at again.

The rest is never seen by a second person.

Before:
    kind: quality-program
    samples:
      - id: weekly
        of: Decisions of the week
        per: 7d
        at_least: 457
        promises: {expected: 95%, margin: 2%}
        share: 10%
After:
    kind: quality-program
    samples:
      - id: weekly
        of: Decisions of the week
        per: 7d
        at_least: 457
        promises: {expected: 95%, margin: 2%}
        share: 5%
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "quality-program/sample-share"
OF = ("quality-program",)
FIELDS = ("samples.*.share",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """No share at all is the weakest."""
    return measure(
        edit,
        spot(edit, twice, "the share that is looked at"),
        Weight.MAJOR,
        more=Direction.STRONGER,
    )
