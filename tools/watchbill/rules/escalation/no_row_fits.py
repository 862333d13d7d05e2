"""For every incident some row of the matrix fits at every hour.

Where no row fits nobody is paged. The hole is found by the incident: a harm that was added last month,
in the region without a row, at an hour when its office is closed.

Bad:
    kind: escalation
    matrix:
      - {severity: [P0, P1], path: desk-first}
      - {severity: P2, hours: office, path: desk-first}

Good:
    kind: escalation
    matrix:
      - {severity: [P0, P1], path: desk-first}
      - {path: desk-first}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.rules.escalation._cells import reach
from watchbill.where import Address

ID = "escalation/no-row-fits"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every matrix; one hit each, at its last row, with the first hole by name."""
    for matrix in book.each(Escalation):
        declared = book.severities()
        holes = [cell for cell in reach(book, matrix).unfit if cell.severity in declared]
        if holes:
            more = f", and {len(holes) - 1} more" if len(holes) > 1 else ""
            yield Hit(
                Address(matrix.key, ("matrix", len(matrix.matrix) - 1)),
                f"no row fits {holes[0]} at every hour{more}",
                "end the matrix with a row that has only a `path:`",
            )
