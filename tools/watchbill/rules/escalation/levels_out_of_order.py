"""The levels of a path stand in the order in which they are paged.

A reader counts the levels from the top. Where a lower line is paged earlier, or two lines at the same
time, "level 2" means two things on one call.

Bad:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels:
          - {after: 0m, page: [analyst], repeat: 2m}
          - {after: 0m, page: [counsel], repeat: 5m}

Good:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels:
          - {after: 0m, page: [analyst], repeat: 2m}
          - {after: 3m, page: [counsel], repeat: 5m}
"""

from collections.abc import Iterator
from itertools import pairwise

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.where import Address

ID = "escalation/levels-out-of-order"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every level but the first; two by different channels may begin together."""
    for matrix in book.each(Escalation):
        for name, path in matrix.paths.items():
            for position, (before, level) in enumerate(pairwise(path.levels), 1):
                gap = level.after.nominal_seconds - before.after.nominal_seconds
                if gap < 0 or (gap == 0 and level.channel == before.channel):
                    yield Hit(
                        Address(matrix.key, ("paths", name, "levels", position, "after")),
                        f"level {position + 1} of path `{name}` is paged after {level.after},"
                        f" and level {position} after {before.after}",
                        "put the levels in order of `after:`, each later than the one before",
                    )
