"""A vendor works on more than before, or on less.

What is added puts work, and what users wrote, before people outside the organisation.

Before:
    kind: vendor
    scope: [User reports]
After:
    kind: vendor
    scope: [User reports, Orders by a court]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._lists import listed
from watchbill.diff.verdict import Verdict

ID = "vendor/scope"
OF = ("vendor",)
FIELDS = ("scope.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A line that was only worded anew is for a reader."""
    return listed(edit, twice, "what the vendor works on", Weight.CRITICAL, opens=True)
