"""`applies_if`, and `only_if` of a guard band, name declared facts and their values.

A misspelt fact is never denied: the law is shown where it does not bind, or a band holds that was
meant for another case.

Bad:
    kind: obligation
    applies_if: [hostin]

Good:
    kind: obligation
    applies_if: [hosting, not eu-linked]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.graph.stop import Path
from watchbill.model.book import Book
from watchbill.model.law import GuardBands, Obligation
from watchbill.model.types import FactTest
from watchbill.rules.ground import declared, wrong_fact
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "obligation/unknown-fact"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every condition of laws and bands; silent where the facts could not be read."""
    for law in book.each(Obligation):
        for position, test in enumerate(law.applies_if):
            yield from _judge(book, law.key, ("applies_if", position), test)
    for bands in book.each(GuardBands):
        for row, band in enumerate(bands.bands):
            for position, test in enumerate(band.only_if):
                yield from _judge(book, bands.key, ("bands", row, "only_if", position), test)


def _judge(book: Book, key: str, path: Path, test: FactTest) -> Iterator[Hit]:
    if book.incomplete("facts"):
        return
    known = declared(book)
    wrong = wrong_fact(test, known)
    if wrong:
        values = known.cases.get(test.fact, ())
        mend = (
            suggest(str(test.value), values, f"say `{test.fact} is` {' or '.join(values)}")
            if values
            else suggest(test.fact, {*known.cases, *known.switches}, "declare it in the facts")
        )
        yield Hit(Address(key, path), wrong, mend)
