"""A law that is not in force yet is marked as such.

Its clock is shown and proven before it binds, so that nobody is surprised on the day; until then a
slip is no breach.

Bad:
    kind: obligation
    in_force: {from: 2027-06-01}

Good:
    kind: obligation
    in_force: {from: 2026-06-01}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.where import Address

ID = "obligation/not-in-force-yet"
LEVEL = Level.NOTE


def check(book: Book) -> Iterator[Hit]:
    """Every law that begins to bind later, by the cards."""
    today = book.now.date()
    for key, card in book.cards.items():
        start = card.day("in_force.from")
        if start and start > today:
            yield Hit(Address(key, ("in_force", "from")), f"binds only from {start}")
