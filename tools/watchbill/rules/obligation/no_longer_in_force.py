"""A law that has ended is taken out of operation.

A clock for a law that is gone wakes people for nothing, and hides what took its place.

Bad:
    kind: obligation
    in_force: {until: 2026-06-01}

Good:
    kind: obligation
    in_force: {until: 2027-06-01}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.where import Address

ID = "obligation/no-longer-in-force"
LEVEL = Level.WARNING
CLOCK = True


def check(book: Book) -> Iterator[Hit]:
    """Every law whose last day is past, by the cards."""
    today = book.now.date()
    for key, card in book.cards.items():
        end = card.day("in_force.until")
        if end and end < today and card.status != "deprecated":
            yield Hit(
                Address(key, ("in_force", "until")),
                f"the law ended on {end}",
                "set `status: deprecated` and `replaced_by`, or correct the day",
            )
