"""A change of policy takes effect earlier or later.

Earlier leaves people less time to learn it. Later keeps the old rule in force, and what that means no program can tell.

Before:
    kind: policy-change
After:
    kind: policy-change
    effective: 2026-11-18T12:00:00+00:00
Direction: weaker, backwards unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict

ID = "policy-change/effective"
OF = ("policy-change",)
FIELDS = ("effective",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Whether its gates are done by then is found by the linter."""
    earlier = edit.after < edit.before
    direction = Direction.WEAKER if earlier else Direction.UNKNOWN
    return Verdict(direction, Weight.CRITICAL, "when it takes effect")
