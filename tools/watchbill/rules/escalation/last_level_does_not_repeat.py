"""The last level of a path repeats until somebody answers.

One page into a deep sleep, a dead battery or a tunnel is one page. Behind the last level nothing else
rings.

Bad:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels:
          - {after: 0m, page: [analyst], repeat: 2m}
          - {after: 5m, page: [counsel]}

Good:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels:
          - {after: 0m, page: [analyst]}
          - {after: 5m, page: [counsel], repeat: 5m}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.where import Address

ID = "escalation/last-level-does-not-repeat"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """The last level of every path."""
    for matrix in book.each(Escalation):
        for name, path in matrix.paths.items():
            last = len(path.levels) - 1
            if path.levels[last].repeat is None:
                yield Hit(
                    Address(matrix.key, ("paths", name, "levels", last)),
                    f"the last level of path `{name}` is called once and never again",
                    "add `repeat: 5m`",
                )
