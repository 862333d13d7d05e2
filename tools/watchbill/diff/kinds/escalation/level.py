"""A level of an escalation path came, went or stands elsewhere.

Fewer people are called before the path is at its end.

Before:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels: [{after: 0m, page: [analyst]}, {after: 5m, page: [counsel]}]
After:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels: [{after: 0m, page: [analyst]}]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.escalation._paths import path_of
from watchbill.diff.verdict import Verdict, protects, unknown

ID = "escalation/level"
OF = ("escalation",)
FIELDS = ("paths.*.levels", "paths.*.levels.*")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """In which order people are called is for a reader, and for the proof."""
    if edit.how is How.MOVED:
        return unknown(f"the order of the levels of {path_of(edit)}", Weight.CRITICAL)
    return protects(edit, f"a level of {path_of(edit)}", Weight.CRITICAL)
