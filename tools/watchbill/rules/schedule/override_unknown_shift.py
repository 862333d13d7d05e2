"""A swap names a shift of its own schedule.

A swap on a shift that is not there swaps nothing, and nobody is told.

Bad:
    kind: schedule
    id: watch
    overrides:
      - {from: 2026-12-24T08:00:00Z, to: 2026-12-24T20:00:00Z, shift: night, member: desk-02, reason: Holiday swap}

Good:
    kind: schedule
    id: watch
    overrides:
      - {from: 2026-12-24T08:00:00Z, to: 2026-12-24T20:00:00Z, shift: all, member: desk-02, reason: Holiday swap}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.time import Schedule
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "schedule/override-unknown-shift"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every override."""
    for schedule in book.each(Schedule):
        known = [shift.id for shift in schedule.shifts]
        for position, swap in enumerate(schedule.overrides):
            if swap.shift not in known:
                yield Hit(
                    Address(schedule.key, ("overrides", position, "shift")),
                    f"schedule `{schedule.id}` has no shift `{swap.shift}`",
                    suggest(swap.shift, known, f"its shifts are {', '.join(known)}"),
                )
