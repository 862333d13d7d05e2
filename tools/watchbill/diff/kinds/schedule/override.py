"""A swap of a watch came or went.

Somebody else stands it for a while; the watch itself is stood all the same.

Before:
    kind: schedule
    id: watch
After:
    kind: schedule
    id: watch
    overrides:
      - {from: "2026-12-24T00:00:00Z", to: "2026-12-26T00:00:00Z", shift: all, member: desk-02, reason: Leave}
Direction: neutral
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, neutral

ID = "schedule/override"
OF = ("schedule",)
FIELDS = ("overrides.**",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Who stands in is whose turn it is."""
    return neutral("who stands in", Weight.MINOR)
