"""A schedule that covers only its listed hours says what happens in the holes.

`as-listed` is an honest promise only with its `limits`: the reader must know at which hours nobody
comes, and what to do then.

Bad:
    kind: schedule
    id: legal-watch
    cover: as-listed

Good:
    kind: schedule
    id: spare-watch
    cover: as-listed
    limits: Nobody at weekends; page the desk.
    ---
    kind: organization
    roles:
      - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: true}
      - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}
      - {id: spare, title: Spare, what: Helps out., staffed_by: spare-watch}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.time import Schedule
from watchbill.where import Address

ID = "schedule/cover-unstated-limits"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every schedule with the cover `as-listed`."""
    for schedule in book.each(Schedule):
        if schedule.cover == "as-listed" and not schedule.limits:
            yield Hit(
                Address(schedule.key, ("cover",)),
                f"schedule `{schedule.id}` does not say when nobody is on call",
                "add `limits:` with the holes in words and what to do in them",
            )
