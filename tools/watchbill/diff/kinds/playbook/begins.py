"""The events that are true when an incident begins changed.

A clock that starts on an event starts at the first instant, or only when a step says so.

Before:
    kind: playbook
After:
    kind: playbook
    begins: [case-opened]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.playbook._steps import clock
from watchbill.diff.verdict import Verdict

ID = "playbook/begins"
OF = ("playbook",)
FIELDS = ("begins.*",)


def judge(edit: Edit, _twice: Twice, books: Books) -> Verdict:
    """An event that stops a clock is for a reader."""
    return clock(edit, "what has happened when it begins", books)
