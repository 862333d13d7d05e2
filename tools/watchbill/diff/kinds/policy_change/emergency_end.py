"""The gates of a policy that could not wait are made up for sooner or later.

Until then people apply what they were not taught.

Before:
    kind: policy-change
    emergency: {why: A life, agreed_by: [analyst, counsel], gates_by: "2026-12-01T09:00:00+00:00"}
After:
    kind: policy-change
    emergency: {why: A life, agreed_by: [analyst, counsel], gates_by: "2026-12-15T09:00:00+00:00"}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict

ID = "policy-change/emergency-end"
OF = ("policy-change",)
FIELDS = ("emergency.gates_by",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Later is weaker."""
    later_on = edit.after > edit.before
    direction = Direction.WEAKER if later_on else Direction.STRONGER
    return Verdict(direction, Weight.CRITICAL, "when every gate must have been done")
