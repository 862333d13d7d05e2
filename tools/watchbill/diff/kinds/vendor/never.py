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
from watchbill.diff.kinds._lists import listed
from watchbill.diff.verdict import Verdict

ID = "vendor/never"
OF = ("vendor",)
FIELDS = ("never.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A line that was only worded anew is for a reader."""
    return listed(edit, twice, "what it must never be given", Weight.CRITICAL)
