"""A law is cited so that counsel finds the provision.

A duty whose source cannot be looked up cannot be checked, changed or defended.

Bad:
    kind: obligation
    citation: as above

Good:
    kind: obligation
    citation: Reg. (EU) 0000/1 Art 2
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.law import Obligation
from watchbill.where import Address

ID = "obligation/uncited"
LEVEL = Level.ERROR


EMPTY = frozenset(
    {"above", "as above", "see above", "same", "same as above", "ibid", "ibid.", "idem"}
    | {"tbd", "tba", "todo", "none", "n/a", "na", "unknown", "various", "law"}
)


def check(book: Book) -> Iterator[Hit]:
    """Every citation."""
    for law in book.each(Obligation):
        words = law.citation.strip().casefold()
        if words in EMPTY or not any(letter.isalpha() for letter in words):
            yield Hit(
                Address(law.key, ("citation",)),
                f'"{law.citation}" is no citation',
                "write act and article, as counsel would cite it",
            )
