"""A silenced finding comes back sooner or later.

The longer it is silent, the longer the fault stays.

Before:
    kind: harm
    silences:
      - {rule: wording/no-summary, reason: The text is being written, until: 2026-12-31}
After:
    kind: harm
    silences:
      - {rule: wording/no-summary, reason: The text is being written, until: 2027-12-31}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import later, spot
from watchbill.diff.verdict import Verdict

ID = "document/silence-end"
OF = ("*",)
FIELDS = ("silences.*.until",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A later day is a longer silence."""
    what = spot(edit, twice, "until when the finding is accepted")
    return later(edit, what, Weight.MAJOR, to=Direction.WEAKER, back=Direction.STRONGER)
