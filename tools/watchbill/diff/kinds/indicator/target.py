"""What an indicator should reach changed.

A target that is easier to reach is reached, and nothing is better.

Before:
    kind: indicator
After:
    kind: indicator
    target: [0.93]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.indicator._figures import harder, ways
from watchbill.diff.said import said
from watchbill.diff.verdict import Verdict, protects
from watchbill.model.quality import Indicator

ID = "indicator/target"
OF = ("indicator",)
FIELDS = ("target", "target.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """By the way that is better; without a target nothing is to be reached."""
    what = "what it should reach"
    before, after = (one.target for one in twice if isinstance(one, Indicator))
    if before is None or after is None:
        return protects(edit, what, Weight.MAJOR)
    old, new = ways(twice)
    way = harder(new, before, after) if old == new else Direction.UNKNOWN
    return Verdict(way, Weight.MAJOR, what, "", said(before), said(after), 1, How.CHANGED)
