"""Every path is taken by a row of the matrix.

A path without a row is an order that nobody will ever get. Mostly the row was lost when the matrix
was edited.

Bad:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels:
          - {after: 0m, page: [analyst], repeat: 2m}
          - {after: 5m, page: [counsel], repeat: 5m}
      counsel-first:
        title: Counsel
        decides: counsel
        levels:
          - {after: 0m, page: [counsel], repeat: 2m}

Good:
    kind: escalation
    matrix:
      - {path: desk-first}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.where import Address

ID = "escalation/unused-path"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every path of every matrix; silent while a row leads nowhere, as that row may be the lost one."""
    for matrix in book.each(Escalation):
        taken = {row.path for row in matrix.matrix}
        for name in matrix.paths if taken <= matrix.paths.keys() else ():
            if name not in taken:
                yield Hit(
                    Address(matrix.key, ("paths", name)),
                    f"no row of the matrix leads to path `{name}`",
                    "add the row that it is for, or take the path out",
                    key=True,
                )
