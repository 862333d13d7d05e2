"""A site of a vendor covers more languages or fewer.

A case in a language that no site reads waits, or is judged by a machine's translation.

Before:
    kind: vendor
    sites:
      - {id: porto, city: Porto, timezone: Europe/Lisbon, hours: 24h, seats: 5, languages: [en, pt]}
After:
    kind: vendor
    sites:
      - {id: porto, city: Porto, timezone: Europe/Lisbon, hours: 24h, seats: 5, languages: [en]}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, protects

ID = "vendor/site-languages"
OF = ("vendor",)
FIELDS = ("sites.*.languages.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """By its code."""
    return protects(edit, spot(edit, twice, "a language that it covers"), Weight.MAJOR)
