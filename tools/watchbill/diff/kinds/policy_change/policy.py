"""What a change of policy decides otherwise was worded anew.

What people were taught and tested on may be another text.

Before:
    kind: policy-change
After:
    kind: policy-change
    what: Gift cards do not count as money.
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "policy-change/policy"
OF = ("policy-change",)
FIELDS = ("policy", "what")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """For a reader; a fence that came or went is critical."""
    return text(edit, "what is decided otherwise", Weight.CRITICAL)
