"""A message is in another language.

Whoever cannot read it has not been told.

Before:
    kind: message
    language: en
After:
    kind: message
    language: pt
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "message/language"
OF = ("message",)
FIELDS = ("language",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """Whether its readers know it is for a reader."""
    return unknown("the language of the text", Weight.MAJOR)
