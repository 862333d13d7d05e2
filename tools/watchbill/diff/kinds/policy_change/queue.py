"""A change of policy is applied in other queues.

Their people need its gates too; where it is applied no more, the old rule stays.

Before:
    kind: policy-change
After:
    kind: policy-change
    queues: [reports, appeals]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "policy-change/queue"
OF = ("policy-change",)
FIELDS = ("queues.*",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown("a queue where it is applied", Weight.MAJOR)
