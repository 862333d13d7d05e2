"""The papers of an exercise are made from other values.

Another seed brings other surprises, and nothing else.

Before:
    kind: drill
    kit: {seed: 1, at: "2026-12-01T03:00:00+00:00"}
After:
    kind: drill
    kit: {seed: 2, at: "2026-12-01T03:00:00+00:00"}
Direction: neutral
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, neutral

ID = "drill/kit"
OF = ("drill",)
FIELDS = ("kit", "kit.**")


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Nobody promises a surprise."""
    return neutral("what its papers are made from")
