"""The worst severity pages somebody in its first minute.

A ticket or a chat message is not seen at night. For a danger to life the first level is a page, at
`0m`.

Bad:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels:
          - {after: 0m, page: [analyst], channel: chat, repeat: 2m}
          - {after: 5m, page: [counsel], repeat: 5m}

Good:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels:
          - {after: 0m, page: [analyst], channel: page, repeat: 2m}
          - {after: 5m, page: [counsel], repeat: 5m}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.rules.escalation._cells import reach
from watchbill.where import Address

ID = "escalation/nobody-at-once"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every path that some incident of the worst severity takes."""
    for matrix in book.each(Escalation):
        worst = next(iter(book.severities()), "")
        taken: dict[str, str] = {}
        for position, cells in sorted(reach(book, matrix).won.items()):
            for cell in cells:
                if cell.severity == worst:
                    taken.setdefault(matrix.matrix[position].path, str(cell))
        for name, path in matrix.paths.items():
            if name in taken and not any(
                level.after.amount == 0 and level.channel == "page" for level in path.levels
            ):
                yield Hit(
                    Address(matrix.key, ("paths", name, "levels", 0)),
                    f"{taken[name]} takes path `{name}`, which pages nobody at once",
                    "let the first level page at `0m`, by the channel `page`",
                )
