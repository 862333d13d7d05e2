"""The tier that the holders of a certificate may read changed.

A higher one opens every page up to it to them.

Before:
    kind: training
    opens: vendor
After:
    kind: training
    opens: internal
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import readers
from watchbill.diff.verdict import Verdict, exposes

ID = "training/opens"
OF = ("training",)
FIELDS = ("opens",)


def judge(edit: Edit, _twice: Twice, books: Books) -> Verdict | None:
    """The tiers of readers turned round: here the higher one exposes."""
    what = "the tier that its holders may read"
    if edit.how is not How.CHANGED:
        return exposes(edit, what, Weight.CRITICAL)
    found = readers("", Weight.CRITICAL, books, (edit.before, edit.after))
    return found and found._replace(direction=found.direction.mirrored, what=what)
