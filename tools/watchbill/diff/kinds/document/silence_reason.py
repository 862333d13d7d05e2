"""The reason for which a finding is accepted was worded anew.

An acceptance is worth what its reason is worth.

Before:
    kind: harm
    silences:
      - {rule: wording/no-summary, reason: The text is being written, until: 2026-12-31}
After:
    kind: harm
    silences:
      - {rule: wording/no-summary, reason: Nobody has the time, until: 2026-12-31}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict

ID = "document/silence-reason"
OF = ("*",)
FIELDS = ("silences.*.reason",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, spot(edit, twice, "why the finding is accepted"), Weight.MINOR)
