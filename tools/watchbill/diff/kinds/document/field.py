"""A field changed of which no kind of change knows the meaning.

It is shown as unknown, never as harmless: a person reads it.

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
from watchbill.diff.verdict import Verdict, unknown

ID = "document/field"
OF = ("*",)
FIELDS = ("**",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Whatever is left."""
    return unknown(edit.field, Weight.MINOR)
