"""An exercise that took place is recorded, or its record is gone.

It is evidence that the playbook was played. Without it nobody can show that.

Before:
    kind: drill
    held:
      - {day: 2026-10-20, groups: [desk], outcome: met}
      - {day: 2026-08-20, groups: [desk], outcome: met}
After:
    kind: drill
    held:
      - {day: 2026-10-20, groups: [desk], outcome: met}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "drill/held"
OF = ("drill",)
FIELDS = ("held.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its day: one with another day went and came."""
    return protects(edit, "the record of an exercise", Weight.CRITICAL)
