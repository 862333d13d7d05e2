"""A group has fewer or more people in a region.

Fewer people carry the same watch.

Before:
    kind: team
    headcount: {emea: 4}
After:
    kind: team
    headcount: {emea: 3}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import count, spot
from watchbill.diff.verdict import Verdict

ID = "group/headcount"
OF = ("team", "partner")
FIELDS = ("headcount.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """A region that is not named has none."""
    return count(edit, spot(edit, twice, "how many people there are"), Weight.MAJOR)
