"""A level names each role once: it is either paged or told.

Told means: no answer is needed. Whoever gets both does not know which, and waits for the other.

Bad:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels:
          - {after: 0m, page: [analyst], tell: [analyst, counsel], repeat: 2m}
          - {after: 5m, page: [counsel], repeat: 5m}

Good:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels:
          - {after: 0m, page: [analyst], tell: [counsel], repeat: 2m}
          - {after: 5m, page: [counsel], repeat: 5m}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.where import Address

ID = "escalation/told-and-paged"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every level of every path."""
    for matrix in book.each(Escalation):
        for name, path in matrix.paths.items():
            for row, level in enumerate(path.levels):
                seen = set()
                for column, roles in (("page", level.page), ("tell", level.tell)):
                    for position, role in enumerate(roles):
                        if role in seen:
                            yield Hit(
                                Address(
                                    matrix.key, ("paths", name, "levels", row, column, position)
                                ),
                                f"`{role}` stands twice in level {row + 1} of path `{name}`",
                                "leave it under `page:` if it must answer, else under `tell:`",
                            )
                        seen.add(role)
