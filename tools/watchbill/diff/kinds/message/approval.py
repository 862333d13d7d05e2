"""Those who agreed to the words of a message changed.

Words that go out in the name of the organisation were looked at by fewer people.

Before:
    kind: message
    approved_by: [legal]
After:
    kind: message
    approved_by: []
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "message/approval"
OF = ("message",)
FIELDS = ("approved_by.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By team or partner."""
    return protects(edit, "who agreed to these words", Weight.MAJOR)
