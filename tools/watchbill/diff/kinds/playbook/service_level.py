"""A playbook is measured by another service level.

All its targets, pauses and alarms are those of the other one.

Before:
    kind: playbook
After:
    kind: playbook
    service_level: slower
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "playbook/service-level"
OF = ("playbook",)
FIELDS = ("service_level",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """What it does to the clocks is proven apart."""
    return unknown("the promises that it is measured by", Weight.CRITICAL)
