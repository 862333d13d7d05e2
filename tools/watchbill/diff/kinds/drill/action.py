"""Something to mend after an exercise came or went.

What came to light and is not mended is there in the next incident.

Before:
    kind: drill
    held:
      - day: 2026-10-20
        groups: [desk]
        outcome: met
        actions: [{what: Mend the pager, owner: desk, due: 2026-12-01}]
After:
    kind: drill
    held:
      - {day: 2026-10-20, groups: [desk], outcome: met}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, protects

ID = "drill/action"
OF = ("drill",)
FIELDS = ("held.*.actions.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """By its words."""
    return protects(edit, spot(edit, twice, "what is mended for it"), Weight.MAJOR)
