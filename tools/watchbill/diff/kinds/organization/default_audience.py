"""The audience of every document that names none changed.

It opens or closes many pages at once, none of them touched itself.

Before:
    kind: organization
After:
    kind: organization
    default_audience: vendor
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import readers
from watchbill.diff.verdict import Verdict
from watchbill.model.base import Document

ID = "organization/default-audience"
OF = ("organization",)
FIELDS = ("default_audience",)


def judge(edit: Edit, _twice: Twice, books: Books) -> Verdict | None:
    """As the audience of each of them."""
    bare = sum(1 for key in books.after.keys if _bare(books.after.find(key)))
    what = f"who may read what names no audience ({bare} in all)"
    return readers(what, Weight.CRITICAL, books, (edit.before, edit.after))


def _bare(document: Document | None) -> bool:
    return document is not None and not document.audience
