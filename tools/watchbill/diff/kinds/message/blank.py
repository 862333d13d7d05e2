"""A blank of a message came or went.

What nobody is asked to fill in is not said.

Before:
    kind: message
    fields:
      case: {type: id, what: The number of the case}
      due: {type: date, what: By when we answer}
After:
    kind: message
    fields:
      case: {type: id, what: The number of the case}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, protects

ID = "message/blank"
OF = ("message",)
FIELDS = ("fields.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """By its name."""
    return protects(edit, spot(edit, twice, "what is filled in"), Weight.MAJOR)
