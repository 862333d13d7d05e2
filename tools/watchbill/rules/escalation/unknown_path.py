"""A row of the matrix leads to a path that there is.

A row with a misspelt path fits, wins, and pages nobody.

Bad:
    kind: escalation
    matrix:
      - {path: desk-fist}

Good:
    kind: escalation
    matrix:
      - {path: desk-first}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "escalation/unknown-path"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every row of every matrix."""
    for matrix in book.each(Escalation):
        for position, row in enumerate(matrix.matrix):
            if row.path not in matrix.paths:
                yield Hit(
                    Address(matrix.key, ("matrix", position, "path")),
                    f"there is no path `{row.path}`",
                    suggest(row.path, matrix.paths, "write it under `paths:`"),
                )
