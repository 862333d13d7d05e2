"""What is said about a blank of a message was worded anew.

It tells the sender what to write there.

Before:
    kind: message
    fields:
      case: {type: id, what: The number of the case}
After:
    kind: message
    fields:
      case: {type: id, what: The number of the case and the day}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict, neutral

ID = "message/blank-help"
OF = ("message",)
FIELDS = ("fields.*.what", "fields.*.example")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """An example is invented, and binds nobody."""
    if edit.field.endswith(".example"):
        return neutral(spot(edit, twice, "the example of the blank"))
    return text(edit, spot(edit, twice, "what to write there"), Weight.MINOR)
