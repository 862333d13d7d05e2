"""A document has another id.

It is the same document where it says `moved_from`; links that lead to the old id must be mended.

Before:
    kind: scenario
    id: night
After:
    kind: scenario
    id: at-night
    moved_from: night
    ---
    kind: scenario
    id: night
    gone: true
Direction: neutral
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, neutral

ID = "document/renamed"
OF = ("*",)
FIELDS = ("id",)


def judge(_edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """What it says is compared as ever."""
    return neutral(f"the id of the {twice.one.kind}", Weight.MINOR)
