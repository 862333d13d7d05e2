"""The highest tier that the people of a vendor may read changed.

A higher one opens every page up to it to them.

Before:
    kind: vendor
    max_audience: vendor
After:
    kind: vendor
    max_audience: internal
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import readers
from watchbill.diff.verdict import Verdict

ID = "vendor/tier"
OF = ("vendor",)
FIELDS = ("max_audience",)


def judge(edit: Edit, _twice: Twice, books: Books) -> Verdict | None:
    """The tiers of readers turned round: here the higher one exposes."""
    found = readers("", Weight.CRITICAL, books, (edit.before, edit.after))
    what = "the highest tier that its people may read"
    return found and found._replace(direction=found.direction.mirrored, what=what)
