"""What sets a law off was worded anew.

It decides from which moment, and for which cases, the clock runs.

Before:
    kind: obligation
After:
    kind: obligation
    trigger: A notice that is well founded arrives
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "obligation/trigger"
OF = ("obligation",)
FIELDS = ("trigger",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """To be read against the source."""
    return text(edit, "what sets it off", Weight.CRITICAL)
