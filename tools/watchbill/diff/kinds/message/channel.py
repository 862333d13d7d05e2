"""A message is sent in another way.

It may be seen by others, later, or by nobody.

Before:
    kind: message
    channel: email
After:
    kind: message
    channel: banner
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "message/channel"
OF = ("message",)
FIELDS = ("channel",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown("how it is sent", Weight.MAJOR)
