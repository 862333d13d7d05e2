"""A role came or went.

A role is a station that somebody always answers for. Where it is gone, nobody does.

Before:
    kind: organization
    roles:
      - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: true}
      - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}
After:
    kind: organization
    roles:
      - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: true}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "organization/role"
OF = ("organization",)
FIELDS = ("roles.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Who works in its place is for a reader."""
    return protects(edit, "a role that somebody answers for", Weight.CRITICAL)
