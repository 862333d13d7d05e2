"""The time that a runbook usually takes changed.

It is a guide, not a promise: what a step may take at worst stands in the playbook.

Before:
    kind: runbook
    takes: 5m
After:
    kind: runbook
    takes: 10m
Direction: neutral
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, neutral

ID = "runbook/guide-time"
OF = ("runbook",)
FIELDS = ("takes",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """No clock is counted by it."""
    return neutral("how long it usually takes", Weight.MINOR)
