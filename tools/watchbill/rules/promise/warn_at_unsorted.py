"""The alarms of a promise are listed once each, the earliest first.

The exported alarms are read from left to right; a list out of order hides that one is missing.

Bad:
    kind: service-level
    warn_at: [75, 50, 90]

Good:
    kind: service-level
    warn_at: [50, 75, 90]
"""

from collections.abc import Iterator
from itertools import pairwise

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel
from watchbill.model.law import GuardBands
from watchbill.where import Address

ID = "promise/warn-at-unsorted"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """`warn_at` of every service level and of the guard bands."""
    kinds: tuple[type[ServiceLevel | GuardBands], ...] = (ServiceLevel, GuardBands)
    for kind in kinds:
        for document in book.each(kind):
            for position, (before, share) in enumerate(pairwise(document.warn_at), 1):
                if share <= before:
                    yield Hit(
                        Address(document.key, ("warn_at", position)),
                        f"the alarm at {share} % stands behind the one at {before} %",
                        "list each share once, the smallest first",
                    )
                    break
