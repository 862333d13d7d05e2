"""Of two bands for one law a fact decides which holds.

With two limits at once the alarm goes by one of them and the report by the other.

Bad:
    kind: guard-bands
    bands:
      - {obligation: answer-law, within: 12h, only_if: [eu-linked]}
      - {obligation: answer-law, within: 24h}

Good:
    kind: guard-bands
    bands:
      - {obligation: answer-law, within: 12h, only_if: [eu-linked]}
      - {obligation: answer-law, within: 24h, only_if: [not eu-linked]}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.law import Band, GuardBands
from watchbill.where import Address

ID = "obligation/ambiguous-guard"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every band of a law that has one before."""
    for bands in book.each(GuardBands):
        before: dict[str, list[Band]] = {}
        for position, band in enumerate(bands.bands):
            others = before.setdefault(band.obligation, [])
            if not all(_apart(band, other) for other in others):
                yield Hit(
                    Address(bands.key, ("bands", position, "obligation")),
                    f"two bands for `{band.obligation}` can hold at once",
                    "tell them apart by `only_if`, with a fact that one has and the other denies",
                )
            others.append(band)


def _apart(band: Band, other: Band) -> bool:
    """Whether one asks for a fact that the other denies."""
    return any(
        one.fact == two.fact and one.value != two.value
        for one in band.only_if
        for two in other.only_if
    )
