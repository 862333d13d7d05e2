"""A part of the world that a hub answers for came or went.

Shifts and rows of the matrix are by region; a case from a region that is gone is nobody's.

Before:
    kind: organization
    regions:
      - {id: emea, title: Europe, hub: Dublin, timezone: Europe/Dublin}
      - {id: apac, title: Asia, hub: Singapore, timezone: Asia/Singapore}
After:
    kind: organization
    regions:
      - {id: emea, title: Europe, hub: Dublin, timezone: Europe/Dublin}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "organization/region"
OF = ("organization",)
FIELDS = ("regions.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Who covers it is proven apart."""
    return protects(edit, "a region that a hub answers for", Weight.MAJOR)
