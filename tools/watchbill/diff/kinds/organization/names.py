"""A role, region or product is called otherwise.

Steps, pages and rows name it by its id; nothing is done in another way.

Before:
    kind: organization
    roles:
      - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: true}
      - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}
After:
    kind: organization
    roles:
      - {id: analyst, title: Case analyst, what: Works the case., staffed_by: watch, page: true}
      - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}
Direction: neutral
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, neutral

ID = "organization/names"
OF = ("organization",)
FIELDS = ("roles.*.title", "regions.*.title", "products.*.title", "products.*.what")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """The id stays."""
    return neutral(spot(edit, twice, "what it is called"))
