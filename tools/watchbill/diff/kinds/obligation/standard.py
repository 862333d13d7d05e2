"""The time that a law or an order sets in words changed.

Where there is no number, these words are the deadline.

Before:
    kind: obligation
    standard: Without undue delay
    without: [due]
After:
    kind: obligation
    standard: At the next occasion
    without: [due]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "obligation/standard"
OF = ("obligation",)
FIELDS = ("standard", "as_ordered")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """To be read against the source."""
    return text(edit, "the time as the law words it", Weight.CRITICAL)
