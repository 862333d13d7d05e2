"""What must be kept along with a duty changed.

What nobody keeps is gone when the court asks for it.

Before:
    kind: obligation
    preserves: What was reported
After:
    kind: obligation
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "obligation/preservation"
OF = ("obligation",)
FIELDS = ("preserve", "preserves")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """In words, or as a duty of its own."""
    return text(edit, "what must be kept with it", Weight.CRITICAL, kept=True)
