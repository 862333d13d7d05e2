"""Every row of the matrix wins for some incident at some hour.

The first row that fits wins. A row that others cover is never used, and whoever wrote it believes
that its path is taken.

Bad:
    kind: escalation
    matrix:
      - {severity: [P0, P1], path: desk-first}
      - {severity: P1, region: emea, path: desk-first}
      - {path: desk-first}

Good:
    kind: escalation
    matrix:
      - {severity: P1, region: emea, path: desk-first}
      - {severity: [P0, P1], path: desk-first}
      - {path: desk-first}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.rules.escalation._cells import reach
from watchbill.where import Address

ID = "escalation/dead-row"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every row that wins nowhere. A row with `hours` covers another only at the same hours."""
    for matrix in book.each(Escalation):
        if any(map(book.incomplete, ("playbook", "harm", "severity", "organization"))):
            continue  # a row may be there for one that could not be read
        won = reach(book, matrix).won
        for position, row in enumerate(matrix.matrix):
            if position not in won:
                floor = ", or the floor of the harm," if row.harm or row.playbook else ""
                yield Hit(
                    Address(matrix.key, ("matrix", position)),
                    f"this row to path `{row.path}` never wins: the rows above it{floor}"
                    " leave nothing to it",
                    "move it up, or take it out",
                )
