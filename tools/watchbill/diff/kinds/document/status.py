"""A document was put into operation, taken out of it, or replaced.

Only what is active is operated. What a draft or a deprecated document promises is promised no more.

Before:
    kind: playbook
    status: active
After:
    kind: playbook
    status: draft
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "document/status"
OF = ("*",)
FIELDS = ("status",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Between a draft and a deprecated document a reader decides."""
    what = "whether it is operated"
    if "active" not in (edit.before, edit.after):
        return unknown(what, Weight.MAJOR)
    direction = Direction.STRONGER if edit.after == "active" else Direction.WEAKER
    minor = twice.one.kind in ("scenario", "runbook", "message")
    return Verdict(direction, Weight.MAJOR if minor else Weight.CRITICAL, what)
