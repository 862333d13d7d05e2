"""What belongs to a runbook changed.

A hint for the reader; nothing is done by it.

Before:
    kind: runbook
After:
    kind: runbook
    related: ["harm:fraud"]
Direction: neutral
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, neutral

ID = "runbook/related"
OF = ("runbook",)
FIELDS = ("related.*",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """A cross-reference."""
    return neutral("what belongs to it")
