"""Fewer or more people can work at a site at once.

The queue of a bad night is as long as the seats are few.

Before:
    kind: vendor
    sites:
      - {id: porto, city: Porto, timezone: Europe/Lisbon, hours: 24h, seats: 5, languages: [en]}
After:
    kind: vendor
    sites:
      - {id: porto, city: Porto, timezone: Europe/Lisbon, hours: 24h, seats: 3, languages: [en]}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import count, spot
from watchbill.diff.verdict import Verdict

ID = "vendor/seats"
OF = ("vendor",)
FIELDS = ("sites.*.seats",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """A number of people."""
    return count(edit, spot(edit, twice, "how many can work at once"), Weight.MAJOR)
