"""Who agreed that a policy could not wait changed.

It is evidence: nobody else was asked.

Before:
    kind: policy-change
    emergency: {why: A life, agreed_by: [analyst, counsel, lead], gates_by: "2026-12-01T09:00:00+00:00"}
After:
    kind: policy-change
    emergency: {why: A life, agreed_by: [analyst, counsel], gates_by: "2026-12-01T09:00:00+00:00"}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "policy-change/emergency-agreed"
OF = ("policy-change",)
FIELDS = ("emergency.agreed_by.*",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """For a reader, whoever came or went."""
    return unknown("who agreed that it could not wait", Weight.CRITICAL)
