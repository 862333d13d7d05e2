"""The record of an exercise that took place was altered.

It is evidence: it is written once, and what is put right later is put right where people see it.

Before:
    kind: drill
    held:
      - {day: 2026-10-20, groups: [desk], outcome: met}
After:
    kind: drill
    held:
      - {day: 2026-10-20, groups: [desk], outcome: missed}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "drill/record"
OF = ("drill",)
FIELDS = (
    "held.*.playbooks.*",
    "held.*.groups.*",
    "held.*.outcome",
    "held.*.found.*",
    "held.*.record",
)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """For a reader, whatever it says now."""
    return unknown(spot(edit, twice, "what is recorded of it"), Weight.CRITICAL)
