"""A role may be paged out of bed, or may no longer.

A role that may not be paged is reached in its open hours only.

Before:
    kind: organization
    roles:
      - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: true}
      - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}
After:
    kind: organization
    roles:
      - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: false}
      - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, flag

ID = "organization/role-page"
OF = ("organization",)
FIELDS = ("roles.*.page",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Being paged is a duty."""
    return flag(edit, spot(edit, twice, "whether the role may be paged"), Weight.CRITICAL)
