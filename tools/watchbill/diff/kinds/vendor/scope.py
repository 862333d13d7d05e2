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
from watchbill.diff.verdict import Verdict, exposes

ID = "vendor/scope"
OF = ("vendor",)
FIELDS = ("scope.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Each line by its words: one that is worded anew went and came."""
    return exposes(edit, "what the vendor works on", Weight.CRITICAL)
