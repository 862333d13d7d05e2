"""To whom a duty is owed changed.

A report at the wrong door is no report.

Before:
    kind: obligation
After:
    kind: obligation
    recipient: The authority of the place
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "obligation/recipient"
OF = ("obligation",)
FIELDS = ("recipient",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """Nobody at all is weaker than anybody."""
    return text(edit, "to whom it is owed", Weight.CRITICAL, kept=True)
