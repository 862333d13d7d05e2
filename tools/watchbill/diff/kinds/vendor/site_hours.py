"""A site of a vendor works in other hours.

Cases that come in outside them wait until it opens.

Before:
    kind: vendor
    sites:
      - {id: porto, city: Porto, timezone: Europe/Lisbon, hours: "06:00-22:00", seats: 5, languages: [en]}
After:
    kind: vendor
    sites:
      - {id: porto, city: Porto, timezone: Europe/Lisbon, hours: "06:00-18:00", seats: 5, languages: [en]}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, window
from watchbill.diff.verdict import Verdict

ID = "vendor/site-hours"
OF = ("vendor",)
FIELDS = ("sites.*.hours",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Other hours that neither hold the earlier ones nor lie in them are for a reader."""
    return window(
        edit, spot(edit, twice, "when it works"), Weight.CRITICAL, more=Direction.STRONGER
    )
