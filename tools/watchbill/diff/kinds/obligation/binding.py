"""A duty became a mere right or somebody else's duty, or the other way round.

Only what we must do is owed: nothing else has a clock that can be missed.

Before:
    kind: obligation
    binding: must
After:
    kind: obligation
    binding: may
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, ladder

ID = "obligation/binding"
OF = ("obligation",)
FIELDS = ("binding",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """`must` is the strongest."""
    return ladder(edit, ("must", "may", "not-ours"), "whether it binds us", Weight.CRITICAL)
