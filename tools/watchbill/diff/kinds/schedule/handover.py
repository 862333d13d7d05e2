"""What is handed over between two watches changed.

What is not on the list is not told.

Before:
    kind: schedule
    id: watch
    handover: [Open cases, Running clocks]
After:
    kind: schedule
    id: watch
    handover: [Open cases]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "schedule/handover"
OF = ("schedule",)
FIELDS = ("handover.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """One thing less is weaker."""
    return protects(edit, "what is handed over", Weight.MINOR)
