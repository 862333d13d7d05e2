"""A policy takes effect before its gates, or waits for them again.

Until they are made up for, people apply what they were not taught.

Before:
    kind: policy-change
After:
    kind: policy-change
    emergency: {why: A life, agreed_by: [analyst, counsel], gates_by: "2026-12-01T09:00:00+00:00"}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, exposes

ID = "policy-change/emergency"
OF = ("policy-change",)
FIELDS = ("emergency", "emergency.why")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Other words for the reason are for a reader."""
    return exposes(edit, "taking effect before its gates", Weight.CRITICAL)
