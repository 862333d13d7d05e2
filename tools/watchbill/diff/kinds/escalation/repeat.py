"""How often a page is repeated until somebody answers changed.

Whoever slept through the first page hears the next.

Before:
    kind: escalation
    paths:
      desk-first:
        title: The desk
        decides: analyst
        levels: [{after: 0m, page: [analyst], repeat: 2m}]
After:
    kind: escalation
    paths:
      desk-first:
        title: The desk
        decides: analyst
        levels: [{after: 0m, page: [analyst], repeat: 10m}]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.escalation._paths import level_of
from watchbill.diff.verdict import Verdict, length

ID = "escalation/repeat"
OF = ("escalation",)
FIELDS = ("paths.*.levels.*.repeat",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """More seldom, or only once, is weaker."""
    return length(edit, f"how often {level_of(edit)} is paged again", Weight.MINOR)
