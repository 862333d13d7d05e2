"""A building of a vendor opened or closed.

Its hours and seats are cover, and with the last site of a zone the night is gone.

Before:
    kind: vendor
    sites:
      - {id: porto, city: Porto, timezone: Europe/Lisbon, hours: 24h, seats: 5, languages: [en]}
      - {id: lima, city: Lima, timezone: America/Lima, hours: 24h, seats: 5, languages: [es]}
After:
    kind: vendor
    sites:
      - {id: porto, city: Porto, timezone: Europe/Lisbon, hours: 24h, seats: 5, languages: [en]}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "vendor/site"
OF = ("vendor",)
FIELDS = ("sites.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """The cover itself is proven apart."""
    return protects(edit, "a site with its seats", Weight.MAJOR)
