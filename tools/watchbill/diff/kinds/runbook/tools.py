"""What must be open before a runbook is begun changed.

What is missing then is looked for while the clock runs.

Before:
    kind: runbook
    tools: [The console]
After:
    kind: runbook
    tools: [The console, The log]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "runbook/tools"
OF = ("runbook",)
FIELDS = ("tools.*",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown("what must be open", Weight.MINOR)
