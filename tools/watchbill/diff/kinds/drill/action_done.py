"""That something was mended after an exercise is recorded, altered, or struck out.

Nobody looks at what is done.

Before:
    kind: drill
    held:
      - day: 2026-10-20
        groups: [desk]
        outcome: met
        actions: [{what: Mend the pager, owner: desk, due: 2026-12-01, done: 2026-11-20}]
After:
    kind: drill
    held:
      - day: 2026-10-20
        groups: [desk]
        outcome: met
        actions: [{what: Mend the pager, owner: desk, due: 2026-12-01}]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, protects

ID = "drill/action-done"
OF = ("drill",)
FIELDS = ("held.*.actions.*.done",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A record that is gone is weaker; another day is for a reader."""
    return protects(edit, spot(edit, twice, "that it was mended"), Weight.MAJOR)
