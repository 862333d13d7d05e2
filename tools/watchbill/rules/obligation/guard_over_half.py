"""A guard band is at most half of the period that the law sets.

The band is the time in which a slip is ours and not yet a breach; over half of it, one missed page
uses up the rest.

Bad:
    kind: guard-bands
    bands:
      - {obligation: answer-law, within: 36h}

Good:
    kind: guard-bands
    bands:
      - {obligation: answer-law, within: 24h}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.law import GuardBands, Obligation
from watchbill.where import Address

ID = "obligation/guard-over-half"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every band, days and months compared at their nominal length."""
    for bands in book.each(GuardBands):
        for position, band in enumerate(bands.bands):
            law = book.get(Obligation, band.obligation)
            period = (law.due or law.every) if law else None
            if period and band.within.nominal_seconds * 2 > period.nominal_seconds:
                yield Hit(
                    Address(bands.key, ("bands", position, "within")),
                    f"{band.within} is more than half of {period}, which the law gives "
                    f"for `{band.obligation}`",
                    "shorten the band to half of the law, or less",
                )
