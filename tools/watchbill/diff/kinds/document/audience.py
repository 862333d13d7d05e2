"""The least tier that may read a document changed.

A lower tier opens the page to more readers, and nothing that was read can be taken back. A higher one takes
it away from people who may need it at night.

Before:
    kind: harm
    audience: internal
After:
    kind: harm
    audience: vendor
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import readers
from watchbill.diff.verdict import Verdict

ID = "document/audience"
OF = ("*",)
FIELDS = ("audience",)


def judge(edit: Edit, _twice: Twice, books: Books) -> Verdict | None:
    """Left out, it is the default audience of the organisation."""
    old = edit.before or books.before.default_audience()
    new = edit.after or books.after.default_audience()
    return readers("who may read it", Weight.CRITICAL, books, (old, new))
