"""A swap of watches begins before it ends.

A swap that ends before it begins is never in force: the one who asked to be relieved is paged, and
the one who agreed to stand in sleeps.

Bad:
    kind: schedule
    id: watch
    overrides:
      - {from: 2026-12-24T20:00:00Z, to: 2026-12-24T08:00:00Z, shift: all, member: desk-02, reason: Holiday swap}

Good:
    kind: schedule
    id: legal-watch
    overrides:
      - {from: 2026-12-24T08:00:00Z, to: 2026-12-24T20:00:00Z, shift: all, member: desk-01, reason: Holiday swap}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.time import Schedule
from watchbill.where import Address

ID = "schedule/override-inside-out"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every override."""
    for schedule in book.each(Schedule):
        for position, swap in enumerate(schedule.overrides):
            if swap.end <= swap.start:
                yield Hit(
                    Address(schedule.key, ("overrides", position, "to")),
                    f"the swap for `{swap.member}` ends at {swap.end.isoformat()},"
                    f" not after it begins at {swap.start.isoformat()}",
                    "put the later instant under `to:`",
                )
