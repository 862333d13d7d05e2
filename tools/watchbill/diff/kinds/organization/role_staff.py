"""Other people fill a role.

Every step and page that names the role now reaches them: their hours, their languages, their tier.

Before:
    kind: organization
    roles:
      - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: true}
      - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}
After:
    kind: organization
    roles:
      - {id: analyst, title: Analyst, what: Works the case., staffed_by: desk, page: true}
      - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "organization/role-staff"
OF = ("organization",)
FIELDS = ("roles.*.staffed_by",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """What it does to the cover is proven apart."""
    return unknown(spot(edit, twice, "who fills the role"), Weight.CRITICAL)
