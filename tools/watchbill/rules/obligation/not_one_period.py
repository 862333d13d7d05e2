"""A law sets exactly one of `due`, `standard`, `keep`, `every` and `as_ordered`.

Two periods in one document make two clocks of which one is shown; without any, nobody knows by
when.

Bad:
    kind: obligation
    standard: without undue delay

Good:
    kind: obligation
    without: [due]
    standard: without undue delay
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.law import Obligation
from watchbill.where import Address

ID = "obligation/not-one-period"
LEVEL = Level.ERROR


PERIODS = ("due", "standard", "keep", "every", "as_ordered")


def check(book: Book) -> Iterator[Hit]:
    """Every law."""
    for law in book.each(Obligation):
        said = [name for name in PERIODS if getattr(law, name) is not None]
        if not said:
            yield Hit(
                Address(law.key),
                "the law sets no period",
                f"add one of {', '.join(f'`{name}`' for name in PERIODS)}",
            )
        elif len(said) > 1:
            yield Hit(
                Address(law.key, (said[1],)),
                f"the law sets {len(said)} periods: {' and '.join(f'`{name}`' for name in said)}",
                "write a document for each period",
                key=True,
            )
