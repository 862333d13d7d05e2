"""How often a duty comes round again changed.

A report that is owed more seldom shows less; one that is owed more often than it is made is late.

Before:
    kind: obligation
    without: [due]
    every: 6mo
After:
    kind: obligation
    without: [due]
    every: 1y
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, length

ID = "obligation/interval"
OF = ("obligation",)
FIELDS = ("every",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """More seldom is weaker."""
    return length(edit, "how often it comes round", Weight.MAJOR)
