"""The open hours of a calendar changed.

Promises that run on it stand still while it is closed, and people who work by it are off then.

Before:
    kind: calendar
    hours: [{days: mon-fri, hours: "09:00-17:00"}]
After:
    kind: calendar
    hours: [{days: mon-fri, hours: "10:00-17:00"}]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.calendar._open import judged
from watchbill.diff.verdict import Verdict

ID = "calendar/hours"
OF = ("calendar",)
FIELDS = ("timezone", "hours.*", "hours.*.days", "hours.*.days.*", "hours.*.hours")


def judge(_edit: Edit, twice: Twice, books: Books) -> Verdict | None:
    """What is open less is weaker."""
    return judged(twice, books, "when it is open", Weight.MAJOR)
