"""Each shift of a schedule has a name of its own.

Swaps, handovers and records name the shift. With two of one name a swap moves the wrong watch.

Bad:
    kind: schedule
    id: watch
    shifts:
      - {id: all, region: emea, timezone: Europe/Dublin, hours: "08:00-20:00", members: [desk-01], from: 2026-11-30}
      - {id: all, region: emea, timezone: Europe/Dublin, hours: "20:00-08:00", members: [desk-02], from: 2026-11-30}

Good:
    kind: schedule
    id: watch
    shifts:
      - {id: day, region: emea, timezone: Europe/Dublin, hours: "08:00-20:00", members: [desk-01], from: 2026-11-30}
      - {id: night, region: emea, timezone: Europe/Dublin, hours: "20:00-08:00", members: [desk-02], from: 2026-11-30}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.time import Schedule
from watchbill.where import Address

ID = "schedule/duplicate-shift"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every shift but the first of its name."""
    for schedule in book.each(Schedule):
        seen: set[str] = set()
        for position, shift in enumerate(schedule.shifts):
            if shift.id in seen:
                yield Hit(
                    Address(schedule.key, ("shifts", position, "id")),
                    f"schedule `{schedule.id}` has two shifts `{shift.id}`",
                    "give one of them another name",
                )
            seen.add(shift.id)
