"""The reports that exclude a law's own report changed.

What was reported there is not reported here again: somebody may be left waiting.

Before:
    kind: obligation
After:
    kind: obligation
    not_with: [other-law]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, exposes

ID = "obligation/not-with"
OF = ("obligation",)
FIELDS = ("not_with.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Each further one takes cases out."""
    return exposes(edit, "a report that excludes this one", Weight.CRITICAL)
