"""How long after the start a level is paged changed.

While the levels before it are silent, nobody works on the case.

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
        levels: [{after: 0m, page: [analyst]}, {after: 15m, page: [counsel]}]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.escalation._paths import level_of
from watchbill.diff.verdict import Verdict, length

ID = "escalation/after"
OF = ("escalation",)
FIELDS = ("paths.*.levels.*.after",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Later is weaker."""
    return length(edit, f"when {level_of(edit)} is paged", Weight.CRITICAL)
