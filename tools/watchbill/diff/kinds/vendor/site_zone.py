"""A site of a vendor lies in another time zone.

The same hours on the wall are other hours for us.

Before:
    kind: vendor
    sites:
      - {id: porto, city: Porto, timezone: Europe/Lisbon, hours: 24h, seats: 5, languages: [en]}
After:
    kind: vendor
    sites:
      - {id: porto, city: Porto, timezone: Europe/Paris, hours: 24h, seats: 5, languages: [en]}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "vendor/site-zone"
OF = ("vendor",)
FIELDS = ("sites.*.timezone",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """What it does to the cover is proven apart."""
    return unknown(spot(edit, twice, "the time zone of its hours"), Weight.MAJOR)
