"""A message goes to somebody else.

What was meant for one reader may tell another what they must not know.

Before:
    kind: message
    recipient: The person who sent the notice
After:
    kind: message
    recipient: The person whose content it is
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict, unknown

ID = "message/recipient"
OF = ("message",)
FIELDS = ("recipient", "tells_user")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """For a reader. Whether it tells the user decides when it may be sent at all."""
    if edit.field == "tells_user":
        return unknown("whether it tells the user of the case", Weight.CRITICAL)
    return text(edit, "to whom it goes", Weight.CRITICAL)
