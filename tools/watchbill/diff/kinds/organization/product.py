"""Something that is offered to the public came or went.

A new product is a new place where harm can be done; a playbook may or may not cover it.

Before:
    kind: organization
    products: [{id: chat, title: Chat}]
After:
    kind: organization
    products: [{id: chat, title: Chat}, {id: calls, title: Calls}]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "organization/product"
OF = ("organization",)
FIELDS = ("products.*",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown("what is offered to the public", Weight.MINOR)
