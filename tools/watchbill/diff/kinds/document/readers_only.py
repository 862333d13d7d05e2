"""The groups to which the readers of a document are narrowed changed.

Each group that is added to the list reads it too; a list that is empty narrows nothing.

Before:
    kind: harm
    only: [desk]
After:
    kind: harm
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "document/readers-only"
OF = ("*",)
FIELDS = ("only.*",)


def judge(_edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """The whole list decides: none at all means everybody of the audience."""
    before, after = (set(one.only) if one else set() for one in twice)
    what = "who of its audience may read it"
    if not before or (after and before < after):
        opens = bool(before)
    elif not after or after < before:
        opens = not after
    else:
        return unknown(what, Weight.CRITICAL)
    return Verdict(Direction.WEAKER if opens else Direction.STRONGER, Weight.CRITICAL, what)
