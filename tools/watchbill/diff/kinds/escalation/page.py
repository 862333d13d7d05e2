"""Whom a level pages or tells besides its first role changed.

One role less is one chance less that somebody answers.

Before:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels: [{after: 0m, page: [analyst, counsel]}]
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
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.escalation._paths import level_of
from watchbill.diff.verdict import Verdict, protects

ID = "escalation/page"
OF = ("escalation",)
FIELDS = ("paths.*.levels.*.page.*", "paths.*.levels.*.tell.*")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Who is told need not answer, and weighs less."""
    told = edit.field.endswith("tell.*")
    what = f"who is {'told' if told else 'paged'} at {level_of(edit)}"
    return protects(edit, what, Weight.MINOR if told else Weight.MAJOR)
