"""A document is read through within the interval that it sets itself.

Contacts move, tools are renamed, laws change. A review that fell due months ago means that nobody has
stood by the page since.

Bad:
    kind: playbook
    review: {last: 2026-03-01, every: 90d}

Good:
    kind: playbook
    review: {last: 2026-11-01, every: 90d}
"""

from collections.abc import Iterator
from datetime import timedelta

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.where import Address

ID = "review/overdue"
LEVEL = Level.ERROR
CLOCK = True


def check(book: Book) -> Iterator[Hit]:
    """Every document with a review that is not deprecated."""
    today = book.now.date()
    for key, card in book.cards.items():
        if card.reviewed is None or card.status == "deprecated":
            continue
        due = card.reviewed + timedelta(days=card.review_days)
        if due < today:
            late = (today - due).days
            yield Hit(
                Address(key, ("review", "last")),
                f"its review fell due on {due}, {late} {'day' if late == 1 else 'days'} ago",
                "read the whole document, mend it, and set `last:` to that day",
            )
