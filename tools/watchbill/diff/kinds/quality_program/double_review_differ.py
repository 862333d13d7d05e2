"""Who decides where two people differ changed.

It is the decision on the hardest cases of all.

Before:
    kind: quality-program
    double_review:
      - {of: Removals, share: 10%, differ: The lead decides}
After:
    kind: quality-program
    double_review:
      - {of: Removals, share: 10%, differ: The first of the two decides}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict

ID = "quality-program/double-review-differ"
OF = ("quality-program",)
FIELDS = ("double_review.*.differ",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, spot(edit, twice, "who decides where they differ"), Weight.MAJOR)
