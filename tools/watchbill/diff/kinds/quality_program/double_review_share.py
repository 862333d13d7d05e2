"""Two people take a larger or smaller share of some decisions.

The rest hangs on one of them.

Before:
    kind: quality-program
    double_review:
      - {of: Removals, share: 10%, differ: The lead decides}
After:
    kind: quality-program
    double_review:
      - {of: Removals, share: 5%, differ: The lead decides}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "quality-program/double-review-share"
OF = ("quality-program",)
FIELDS = ("double_review.*.share",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """A smaller share is weaker."""
    return measure(
        edit, spot(edit, twice, "how many of them"), Weight.CRITICAL, more=Direction.STRONGER
    )
