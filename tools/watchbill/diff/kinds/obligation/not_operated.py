"""The reason for which no playbook discharges a law came, went or changed, or who decided it.

With a reason the law is left to others: whoever relies on the desk must hear of it.

Before:
    kind: obligation
After:
    kind: obligation
    not_operated: {because: Counsel answers by herself, decided_by: legal, decided_on: 2026-11-02}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, exposes, unknown

ID = "obligation/not-operated"
OF = ("obligation",)
FIELDS = ("not_operated", "not_operated.**")

_WHAT = "why no playbook discharges it"


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Another reason, or another who decided, is for a person to weigh."""
    if edit.field == "not_operated":
        return exposes(edit, _WHAT, Weight.CRITICAL)
    return unknown(_WHAT, Weight.CRITICAL)
