"""A field changed of which no kind of change knows the meaning.

It is shown as unknown, never as harmless: a person reads it.

Before:
    kind: organization
    regions:
      - {id: emea, title: Europe, hub: Dublin, timezone: Europe/Dublin}
After:
    kind: organization
    regions:
      - {id: emea, title: Europe, hub: Cork, timezone: Europe/Dublin}
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
