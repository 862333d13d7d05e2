"""What a scenario guards against was worded anew.

The test is the same.

Before:
    kind: scenario
    why: A night with nobody
After:
    kind: scenario
    why: Nights on which nobody answers
Direction: neutral
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, neutral

ID = "scenario/why"
OF = ("scenario",)
FIELDS = ("why",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Nobody acts on it."""
    return neutral("what it guards against")
