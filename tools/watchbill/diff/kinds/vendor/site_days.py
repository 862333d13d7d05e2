"""A site of a vendor works on other days.

Cases that come in on the others wait until it opens.

Before:
    kind: vendor
    sites:
      - {id: porto, city: Porto, timezone: Europe/Lisbon, hours: 24h, seats: 5, languages: [en], days: every-day}
After:
    kind: vendor
    sites:
      - {id: porto, city: Porto, timezone: Europe/Lisbon, hours: 24h, seats: 5, languages: [en], days: mon-fri}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import inside, spot
from watchbill.diff.kinds._measures import week
from watchbill.diff.verdict import Verdict
from watchbill.model.organization import Vendor
from watchbill.timeline.windows import week_days

ID = "vendor/site-days"
OF = ("vendor",)
FIELDS = ("sites.*.days", "sites.*.days.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """`mon-fri` and its five days are the same; holidays are no day of the week."""
    sites = [one.sites for one in twice if isinstance(one, Vendor)]
    (name,) = inside(edit, twice)[:1]
    before, after = (
        next(week_days(site.days) for site in group if site.id == name) for group in sites
    )
    return week(before, after, spot(edit, twice, "on which days it works"), Weight.CRITICAL)
