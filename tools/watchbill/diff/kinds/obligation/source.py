"""What was read to check a law changed.

It is where the next person looks, and what the whole entry rests on.

Before:
    kind: obligation
After:
    kind: obligation
    source: A digest of the text
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "obligation/source"
OF = ("obligation",)
FIELDS = ("source",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """Which one is better is for counsel."""
    return text(edit, "what was read", Weight.MAJOR)
