"""A playbook for P0 or P1 is read through at least once a year, everything else every two years.

The worst incidents are rare, so nothing but the review tells that their page has aged.

Bad:
    kind: playbook
    review: {last: 2026-11-01, every: 2y}

Good:
    kind: playbook
    review: {last: 2026-11-01, every: 180d}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "review/too-rare"
LEVEL = Level.WARNING
YEAR = 366 * 86400


def check(book: Book) -> Iterator[Hit]:
    """Every interval of a review."""
    for document in book.every():
        if document.review is None:
            continue
        every = document.review.every
        severity = document.default_severity if isinstance(document, Playbook) else ""
        grave = severity in ("P0", "P1")
        if every.nominal_seconds > (YEAR if grave else 2 * YEAR):
            limit = "a year" if grave else "two years"
            yield Hit(
                Address(document.key, ("review", "every")),
                f"a review every {every} is more than {limit} apart"
                + (f" on a {severity} playbook" if grave else ""),
                f"review it within {limit}",
            )
