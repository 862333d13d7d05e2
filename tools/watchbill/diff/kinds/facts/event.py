"""An event that may start a clock came or went.

Nothing can start on an event that the list does not hold.

Before:
    kind: facts
    events:
      - {id: case-opened, title: The case was opened.}
      - {id: notice-received, title: A notice arrived.}
      - {id: spread, title: It was seen elsewhere.}
After:
    kind: facts
    events:
      - {id: case-opened, title: The case was opened.}
      - {id: notice-received, title: A notice arrived.}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "facts/event"
OF = ("facts",)
FIELDS = ("events.*",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """The clocks that it starts change where it is named."""
    return unknown("an event that may start a clock", Weight.MAJOR)
