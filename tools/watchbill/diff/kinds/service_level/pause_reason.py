"""What a pause waits for was worded anew.

Whoever sets the code goes by these words.

Before:
    kind: service-level
    pauses:
      - {id: user, why: We wait for the user}
After:
    kind: service-level
    pauses:
      - {id: user, why: We wait for anybody}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict

ID = "service-level/pause-reason"
OF = ("service-level",)
FIELDS = ("pauses.*.why",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, spot(edit, twice, "what is waited for"), Weight.MAJOR)
