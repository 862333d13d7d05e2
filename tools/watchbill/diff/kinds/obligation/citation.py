"""A law's words or the place of its provision changed.

Either the law was changed, or we had it wrong. Both are for counsel, with the source open.

Before:
    kind: obligation
After:
    kind: obligation
    citation: Reg. (EU) 0000/1 Art 2
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "obligation/citation"
OF = ("obligation",)
FIELDS = ("citation", "quote")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """To be read against the source."""
    return text(edit, "the law as it is cited", Weight.CRITICAL)
