"""Something is mended sooner or later after an exercise.

What was moved once is moved again.

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
      - day: 2026-10-20
        groups: [desk]
        outcome: met
        actions: [{what: Mend the pager, owner: desk, due: 2027-02-01}]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import later, spot
from watchbill.diff.verdict import Verdict

ID = "drill/action-due"
OF = ("drill",)
FIELDS = ("held.*.actions.*.due",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Later is weaker."""
    what = spot(edit, twice, "by when it is mended")
    return later(edit, what, Weight.MAJOR, to=Direction.WEAKER, back=Direction.STRONGER)
