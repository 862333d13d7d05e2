"""A duty of ours without a number in the law has a guard band.

"Without undue delay" sounds no alarm; only our own number makes lateness visible before an
authority does.

Bad:
    kind: obligation
    id: swift-law
    without: [due]
    standard: without undue delay

Good:
    kind: obligation
    without: [due]
    standard: without undue delay
    ---
    kind: guard-bands
    bands:
      - {obligation: answer-law, within: 24h}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.law import Obligation
from watchbill.rules.ground import guarded
from watchbill.where import Address

ID = "obligation/no-guard-for-standard"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every duty with a standard in words; silent where a file of bands could not be read."""
    for law in book.each(Obligation):
        if law.standard is None or law.binding != "must" or book.incomplete("guard-bands"):
            continue
        if law.id not in guarded(book):
            yield Hit(
                Address(law.key, ("standard",)),
                "the law sets no number, and no guard band does",
                "add a row to the guard bands: by when we want it done",
            )
