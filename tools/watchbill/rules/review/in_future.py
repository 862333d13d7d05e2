"""A review has taken place: its day is not in the future.

A date ahead of time keeps the page green for longer than its owner meant, and hides that nobody read
it. One day is allowed for, as the day begins earlier in the east.

Bad:
    kind: playbook
    review: {last: 2027-11-01, every: 90d}

Good:
    kind: playbook
    review: {last: 2026-11-23, every: 90d}
"""

from collections.abc import Iterator
from datetime import timedelta

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.where import Address

ID = "review/in-future"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every document with a review."""
    tomorrow = book.now.date() + timedelta(days=1)
    for key, card in book.cards.items():
        if card.reviewed is not None and card.reviewed > tomorrow:
            yield Hit(
                Address(key, ("review", "last")),
                f"the last review is dated {card.reviewed}, which is in the future",
                "set `last:` to the day on which the document was read through",
            )
