"""When an event has happened was worded anew.

Every clock that starts or stops on it may run from another moment.

Before:
    kind: facts
    events:
      - {id: case-opened, title: The case was opened.}
      - {id: notice-received, title: A notice arrived.}
After:
    kind: facts
    events:
      - {id: case-opened, title: The case was opened.}
      - {id: notice-received, title: A notice was read.}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict

ID = "facts/event-meaning"
OF = ("facts",)
FIELDS = ("events.*.title",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, spot(edit, twice, "what has happened then"), Weight.CRITICAL)
