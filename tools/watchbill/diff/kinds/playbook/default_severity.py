"""A new case starts at another severity.

The severity decides who is called and by when all is done.

Before:
    kind: playbook
After:
    kind: playbook
    default_severity: P2
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import severity
from watchbill.diff.verdict import Verdict

ID = "playbook/default-severity"
OF = ("playbook",)
FIELDS = ("default_severity",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """`P0` is the worst."""
    return severity(edit, "the severity that a new case gets", Weight.CRITICAL)
