"""Who must agree to a change changed.

It is a change of the rules of changing: those who had the say before it must agree to it, and those who get it.

Before:
    kind: approvals
    rows: [{by: [desk], at_least: critical, people: 2}, {of: [obligation], by: [legal]}]
After:
    kind: approvals
    rows: [{by: [desk], at_least: critical, people: 2}]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "approvals/row"
OF = ("approvals",)
FIELDS = ("rows.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """A row that says something else is one row less and another more."""
    return protects(edit, "who must agree to a change", Weight.CRITICAL)
