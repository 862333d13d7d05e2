"""At every handover of the next 400 days the two watches overlap for as long as the schedule promises.

The overlap is when what is known passes from one head to the next. When clocks change on one side only,
an hour of it can vanish, and the incoming watch begins with a call to somebody who has gone home.

Bad:
    kind: schedule
    id: watch
    overlap: 30m
    shifts:
      - {id: day, region: emea, timezone: Europe/Dublin, hours: "08:00-20:15", members: [desk-01], from: 2026-11-30}
      - {id: night, region: emea, timezone: Europe/Dublin, hours: "20:00-08:30", members: [desk-02], from: 2026-11-30}

Good:
    kind: schedule
    id: watch
    overlap: 30m
    shifts:
      - {id: day, region: emea, timezone: Europe/Dublin, hours: "08:00-20:30", members: [desk-01], from: 2026-11-30}
      - {id: night, region: emea, timezone: Europe/Dublin, hours: "20:00-08:30", members: [desk-02], from: 2026-11-30}
"""

from collections.abc import Iterator, Sequence

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.time import Schedule
from watchbill.rules.proof._schedules import place, proven, said
from watchbill.timeline import spoken
from watchbill.timeline.cover import Handover
from watchbill.where import Address

ID = "proof/thin-overlap"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every schedule that promises an overlap: its thinnest handover, and how many more are too thin."""
    for schedule in book.each(Schedule):
        wanted = schedule.overlap.nominal_seconds
        cover = proven(book, schedule) if wanted else None
        if cover is None:
            continue
        thin = [one for one in cover.handovers if one.judged and one.together < wanted]
        if thin:
            yield Hit(
                Address(schedule.key, ("overlap",)),
                _words(book, schedule, thin),
                f"lengthen one of the two by {spoken.length(wanted - min(one.together for one in thin))},"
                " or promise less",
            )


def _words(book: Book, schedule: Schedule, thin: Sequence[Handover]) -> str:
    worst = min(thin, key=lambda one: (one.together, one.at))
    giver, taker = schedule.shifts[worst.from_row], schedule.shifts[worst.row]
    together = spoken.length(worst.together) if worst.together else "no time"
    words = (
        f"{said(book, giver)} passes to {said(book, taker)} on"
        f" {spoken.instant(taker.timezone, worst.at, place(book, taker))} with {together} together,"
        f" and {schedule.overlap} is promised"
    )
    more = len(thin) - 1
    return f"{words}; also at {more} other handover{'s' if more > 1 else ''}" if more else words
