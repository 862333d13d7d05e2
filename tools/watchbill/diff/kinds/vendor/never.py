"""What a vendor must never be given changed.

A line that is gone is material that may now leave the organisation.

Before:
    kind: vendor
    never: [Orders by a court]
After:
    kind: vendor
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "vendor/never"
OF = ("vendor",)
FIELDS = ("never.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Each line by its words: one that is worded anew went and came."""
    return protects(edit, "what it must never be given", Weight.CRITICAL)
