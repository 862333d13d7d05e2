"""A shift that is off on holidays says whose holidays.

Without a calendar there are no holidays, so the watch that people believe to be off is on, and the
one that should stand in for it is not called.

Bad:
    kind: schedule
    cover: as-listed
    limits: Nobody on holidays; page counsel.
    shifts:
      - id: all
        region: emea
        timezone: Europe/Dublin
        hours: 24h
        members: [desk-01]
        from: 2026-11-30
        holidays: "off"

Good:
    kind: schedule
    id: legal-watch
    answers_within: 6m
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.time import Schedule
from watchbill.where import Address

ID = "schedule/off-without-calendar"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every shift with `holidays: off`."""
    for schedule in book.each(Schedule):
        for position, shift in enumerate(schedule.shifts):
            if shift.holidays == "off" and shift.calendar is None:
                yield Hit(
                    Address(schedule.key, ("shifts", position, "holidays")),
                    f"shift `{shift.id}` is off on holidays, and names no calendar",
                    "add `calendar:`, or keep the watch with `holidays: work`",
                )
