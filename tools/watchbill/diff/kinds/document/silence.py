"""A finding of the linter is accepted, or is no longer.

What is silenced is not put right, and nobody is reminded of it.

Before:
    kind: harm
After:
    kind: harm
    silences:
      - {rule: wording/no-summary, reason: The text is being written, until: 2026-12-31}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, exposes

ID = "document/silence"
OF = ("*",)
FIELDS = ("silences.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Each rule by its name."""
    return exposes(edit, "a finding of the linter that is accepted", Weight.MAJOR)
