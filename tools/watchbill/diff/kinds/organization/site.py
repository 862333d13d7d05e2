"""The built site is published elsewhere.

Exports link to it: a page at night leads to the wrong place until they are made anew.

Before:
    kind: organization
After:
    kind: organization
    site: https://bill.example/
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "organization/site"
OF = ("organization",)
FIELDS = ("site",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Whether somebody answers there is known outside the book."""
    return unknown("where the site is published", Weight.MAJOR)
