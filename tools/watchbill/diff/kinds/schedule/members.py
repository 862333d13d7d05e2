"""Who takes turns on a watch, how long a turn is or when it changes, changed.

One member less means more nights for the others; the same members in other turns change nobody's cover.

Before:
    kind: schedule
    id: watch
    shifts:
      - {id: all, region: emea, timezone: Europe/Dublin,
         hours: 24h, members: [desk-01, desk-02, desk-03], from: 2026-11-30}
After:
    kind: schedule
    id: watch
    shifts:
      - {id: all, region: emea, timezone: Europe/Dublin,
         hours: 24h, members: [desk-01, desk-02], from: 2026-11-30}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, neutral, protects

ID = "schedule/members"
OF = ("schedule",)
FIELDS = (
    "shifts.*.members",
    "shifts.*.members.*",
    "shifts.*.turn",
    "shifts.*.handover",
    "overrides",
)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """A turn is whose, not whether."""
    if edit.field == "shifts.*.members.*" and edit.how in (How.ADDED, How.REMOVED):
        return protects(edit, "who shares the watches", Weight.MINOR)
    return neutral("whose turn it is when", Weight.MINOR)
