"""A playbook answers another harm.

Floor, two-person rule, codes and rows of the matrix are those of the other harm.

Before:
    kind: playbook
After:
    kind: playbook
    without: [harm]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "playbook/harm"
OF = ("playbook",)
FIELDS = ("harm",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """An outage has none."""
    return unknown("the harm that it answers", Weight.CRITICAL)
