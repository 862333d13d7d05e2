"""A role that the matrix pages may be paged.

`page: false` says that this role is not woken. The pager follows it, and the level of the matrix is
empty at night.

Bad:
    kind: organization
    roles:
      - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: false}
      - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}

Good:
    kind: organization
    roles:
      - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: true}
      - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.where import Address

ID = "escalation/not-paged"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every role under `page:` of a level by the channel `page`."""
    for matrix in book.each(Escalation):
        roles = book.roles()
        for name, path in matrix.paths.items():
            for row, level in enumerate(path.levels):
                for position, role in enumerate(level.page):
                    if level.channel == "page" and role in roles and not roles[role].page:
                        yield Hit(
                            Address(matrix.key, ("paths", name, "levels", row, "page", position)),
                            f"`{role}` is paged here, but the organisation says it is not",
                            "set `page: true` on the role, or page another one",
                        )
