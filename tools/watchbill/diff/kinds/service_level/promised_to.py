"""To whom a promise is made changed.

A promise to nobody in particular is missed by nobody.

Before:
    kind: service-level
    promised_to: Everybody who reports
After:
    kind: service-level
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "service-level/promised-to"
OF = ("service-level",)
FIELDS = ("promised_to",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """Whether another one is less is for a reader."""
    return text(edit, "to whom it is promised", Weight.CRITICAL, kept=True)
