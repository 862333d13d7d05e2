"""A schedule that promises cover has somebody on watch at every promised minute of the next 400 days.

Hubs whose hours meet in winter stop meeting when one of them changes its clocks and the other does not.
No table of hours shows that; at 3 a.m. the pager rings for nobody. A schedule that begins later is proven
from its first watch on.

Bad:
    kind: organization
    regions:
      - {id: emea, title: Europe, hub: Dublin, timezone: Europe/Dublin}
      - {id: apac, title: Asia, hub: Singapore, timezone: Asia/Singapore}
    ---
    kind: schedule
    id: watch
    cover: 24x7
    shifts:
      - {id: late, region: emea, timezone: Europe/Dublin, hours: "09:00-24:00", members: [desk-01], from: 2026-11-30}
      - {id: early, region: apac, timezone: Asia/Singapore, hours: "08:00-17:00", members: [desk-02], from: 2026-11-30}

Good:
    kind: organization
    regions:
      - {id: emea, title: Europe, hub: Dublin, timezone: Europe/Dublin}
      - {id: apac, title: Asia, hub: Singapore, timezone: Asia/Singapore}
    ---
    kind: schedule
    id: watch
    cover: 24x7
    shifts:
      - {id: late, region: emea, timezone: Europe/Dublin, hours: "09:00-24:00", members: [desk-01], from: 2026-11-30}
      - {id: early, region: apac, timezone: Asia/Singapore, hours: "07:00-17:00", members: [desk-02], from: 2026-11-30}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.time import Schedule, Shift
from watchbill.rules.proof._schedules import place, proven, said
from watchbill.timeline import spoken
from watchbill.timeline.cover import Cover
from watchbill.timeline.spans import Span, total
from watchbill.where import Address

ID = "proof/cover-hole"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """The holes of every schedule, in one finding for each."""
    for schedule in book.each(Schedule):
        cover = proven(book, schedule)
        if cover and cover.holes:
            yield Hit(
                Address(schedule.key, ("cover",)),
                _words(book, schedule, cover),
                f"close the {spoken.length(max(hole.length for hole in cover.holes))} by longer hours, or"
                " state the holes: `cover: as-listed` with `limits:`",
            )


def _words(book: Book, schedule: Schedule, cover: Cover) -> str:
    first, *rest = cover.holes
    before, after = _around(schedule, cover, first)
    clock = before or after or schedule.shifts[0]
    words = f"{spoken.stretch(clock.timezone, first, place(book, clock))}: nobody"
    why = []
    if before:
        why.append(f"{said(book, before)} ends")
    if after:
        why.append(f"{said(book, after)} begins {spoken.length(first.length)} later")
    words += f", as {' and '.join(why)}" if why else f", and {_promise(schedule)} is promised"
    if rest:
        words += f"; also {spoken.others(clock.timezone, rest)}"
        words += f", {spoken.length(total(cover.holes))} in all"
    return words


def _promise(schedule: Schedule) -> str:
    return (
        "cover at every minute"
        if schedule.cover == "24x7"
        else f"cover when `{schedule.cover}` is open"
    )


def _around(schedule: Schedule, cover: Cover, hole: Span) -> tuple[Shift | None, Shift | None]:
    """The shift whose end opens the hole, and the one whose beginning closes it."""
    before = next((one.row for one in cover.watches if one.end == hole.start), None)
    after = next((one.row for one in cover.watches if one.start == hole.end), None)
    shifts = schedule.shifts
    return (
        shifts[before] if before is not None else None,
        shifts[after] if after is not None else None,
    )
