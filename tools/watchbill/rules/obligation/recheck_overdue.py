"""A law is checked again by its `recheck_by`.

Periods change while nobody looks; a clock that is past its day may run to a deadline that is no
longer the law.

Bad:
    kind: obligation
    checked_on: 2026-01-01
    recheck_by: 2026-06-01

Good:
    kind: obligation
    recheck_by: 2027-06-01
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.where import Address

ID = "obligation/recheck-overdue"
LEVEL = Level.ERROR
CLOCK = True


def check(book: Book) -> Iterator[Hit]:
    """Every law whose day is past, by the cards."""
    today = book.now.date()
    for key, card in book.cards.items():
        due = card.day("recheck_by") if card.kind == "obligation" else None
        if due and due < today:
            unread = card.value("verification") == "unverified"
            yield Hit(
                Address(key, ("recheck_by",)),
                f"the law was to be checked again by {due}"
                + (", and was never read in its text" if unread else ""),
                "read the law again, then set `checked_on` and `recheck_by`",
            )
