"""A region lies in another time zone.

Its hours are other hours for everybody else.

Before:
    kind: organization
    regions:
      - {id: emea, title: Europe, hub: Dublin, timezone: Europe/Dublin}
After:
    kind: organization
    regions:
      - {id: emea, title: Europe, hub: Dublin, timezone: Europe/Paris}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "organization/region-zone"
OF = ("organization",)
FIELDS = ("regions.*.timezone",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """What it does to the cover is proven apart."""
    return unknown(spot(edit, twice, "the time zone"), Weight.MAJOR)
