"""Which way an indicator is better was turned round.

What was an alarm is now a success.

Before:
    kind: indicator
    target: [0.95]
After:
    kind: indicator
    direction: lower
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "indicator/direction"
OF = ("indicator",)
FIELDS = ("direction",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """For a reader, with its target and its alarms."""
    return unknown("which way is better", Weight.CRITICAL)
