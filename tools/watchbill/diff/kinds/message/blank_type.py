"""What may go into a blank of a message changed.

A tool that fills it in, or checks it, goes by the type.

Before:
    kind: message
    fields:
      case: {type: id, what: The number of the case}
After:
    kind: message
    fields:
      case: {type: text, what: The number of the case}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "message/blank-type"
OF = ("message",)
FIELDS = ("fields.*.type", "fields.*.choices.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """For whoever fills it in."""
    return unknown(spot(edit, twice, "what goes into the blank"), Weight.MAJOR)
