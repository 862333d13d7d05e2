"""A turn lasts whole days.

Turns move in local calendar time. A turn of `24h` drifts by an hour at each change of the clocks, and
one of `36h` hands over at another hour every time.

Bad:
    kind: schedule
    id: watch
    shifts:
      - {id: all, region: emea, timezone: Europe/Dublin, hours: 24h, members: [desk-01], from: 2026-11-30, turn: 24h}

Good:
    kind: schedule
    id: watch
    shifts:
      - {id: all, region: emea, timezone: Europe/Dublin, hours: 24h, members: [desk-01], from: 2026-11-30, turn: 1d}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.time import Schedule
from watchbill.where import Address

ID = "schedule/turn-not-whole-days"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """The turn of every shift."""
    for schedule in book.each(Schedule):
        for position, shift in enumerate(schedule.shifts):
            if shift.turn.unit in ("s", "bd") or shift.turn.amount == 0:
                yield Hit(
                    Address(schedule.key, ("shifts", position, "turn")),
                    f"a turn of `{shift.turn}` on shift `{shift.id}` is not a number of days",
                    "write it in days, such as `1d` or `7d`",
                )
