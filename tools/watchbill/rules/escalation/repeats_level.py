"""Each level reaches somebody whom the level before it did not.

A level that pages the same roles by the same channel is the same page again. Whoever slept through
the first sleeps through the second, and the path has lost its time.

Bad:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then the desk
        decides: analyst
        levels:
          - {after: 0m, page: [analyst], repeat: 2m}
          - {after: 5m, page: [analyst], repeat: 5m}

Good:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels:
          - {after: 0m, page: [analyst], repeat: 2m}
          - {after: 5m, page: [analyst, counsel], repeat: 5m}
"""

from collections.abc import Iterator
from itertools import pairwise

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.where import Address

ID = "escalation/repeats-level"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every level but the first of a path."""
    for matrix in book.each(Escalation):
        for name, path in matrix.paths.items():
            for position, (before, level) in enumerate(pairwise(path.levels), 1):
                if level.channel == before.channel and set(level.page) <= set(before.page):
                    yield Hit(
                        Address(matrix.key, ("paths", name, "levels", position, "page")),
                        f"level {position + 1} of path `{name}` pages {', '.join(level.page)},"
                        f" as level {position} does",
                        "page another role here, or shorten `repeat:` of the level before",
                    )
