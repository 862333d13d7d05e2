"""The weights of a rubric, and those of a vendor's scorecard, make 100.

Where they do not, two people compute two scores from the same errors, and a contract hangs on one of them.

Bad:
    kind: quality-program
    criteria:
      - {id: policy, title: The right policy, weight: 60, right: The policy fits the case.}
      - {id: words, title: The note, weight: 30, right: The note says why.}

Good:
    kind: quality-program
    criteria:
      - {id: policy, title: The right policy, weight: 60, right: The policy fits the case.}
      - {id: words, title: The note, weight: 40, right: The note says why.}
"""

from collections.abc import Iterator, Sequence

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.organization import Vendor
from watchbill.model.quality import Criterion, QualityProgram, Score
from watchbill.where import Address

ID = "quality/weights-not-100"
LEVEL = Level.ERROR
WHOLE = 100


def check(book: Book) -> Iterator[Hit]:
    """Every programme, and every vendor with a scorecard."""
    for program in book.each(QualityProgram):
        yield from _hits(Address(program.key, ("criteria",)), program.criteria)
    for vendor in book.each(Vendor):
        if vendor.scorecard:
            yield from _hits(Address(vendor.key, ("scorecard", "rows")), vendor.scorecard.rows)


def _hits(at: Address, rows: Sequence[Criterion | Score]) -> Iterator[Hit]:
    found = sum(row.weight for row in rows)
    if found != WHOLE:
        yield Hit(at, f"the weights make {found}", "share 100 out among them")
