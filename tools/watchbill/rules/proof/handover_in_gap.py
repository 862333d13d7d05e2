"""No watch begins, ends or changes hands at a time that the clocks skip or show twice.

When clocks go forward, 01:30 does not come; when they go back it comes twice. The tools take the first
instant after the gap and the first of the two; two people on the phone at night may not. The next 400
days are looked at.

Bad:
    kind: schedule
    id: watch
    shifts:
      - {id: day, region: emea, timezone: Europe/Dublin, hours: "01:30-13:30", members: [desk-01], from: 2026-11-30}
      - {id: night, region: emea, timezone: Europe/Dublin, hours: "13:30-01:30", members: [desk-02], from: 2026-11-30}

Good:
    kind: schedule
    id: watch
    shifts:
      - {id: day, region: emea, timezone: Europe/Dublin, hours: "05:30-17:30", members: [desk-01], from: 2026-11-30}
      - {id: night, region: emea, timezone: Europe/Dublin, hours: "17:30-05:30", members: [desk-02], from: 2026-11-30}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.time import Calendar, Schedule, Shift
from watchbill.rules.proof._schedules import calendars, place, proven
from watchbill.timeline import spoken
from watchbill.timeline.cover import Cover
from watchbill.timeline.edges import Edge, Jump, edges_at, jumps
from watchbill.timeline.zones import DAY, day_of
from watchbill.where import Address

ID = "proof/handover-in-gap"
LEVEL = Level.WARNING
_TWICE = {
    "begins": "it is open from the first, and what lies between is open twice",
    "ends": "it closes at the first, and opens again between the two",
    "turns": "the first is taken",
}
_DOES = {"begins": "begins at", "ends": "ends at", "turns": "changes hands at"}


def check(book: Book) -> Iterator[Hit]:
    """Each kind of edge of each shift, by its first time."""
    for schedule in book.each(Schedule):
        cover, known = proven(book, schedule), calendars(book, schedule)
        if cover is None or known is None:
            continue
        for row in range(len(schedule.shifts)):
            yield from _hits(book, schedule, row, cover, known)


def _hits(
    book: Book, schedule: Schedule, row: int, cover: Cover, known: dict[str, Calendar]
) -> Iterator[Hit]:
    shift = schedule.shifts[row]
    found: dict[str, tuple[Jump, Edge]] = {}
    for jump in jumps(shift.timezone, cover.start, cover.end):
        for edge in edges_at(shift, known, jump):
            found.setdefault(edge.kind, (jump, edge))
    for kind, (jump, edge) in sorted(found.items()):
        field = "handover" if kind == "turns" and shift.handover else "hours"
        yield Hit(
            Address(schedule.key, ("shifts", row, field)),
            _words(shift, jump, edge, place(book, shift)),
            f"move it out of {spoken.clock(jump.low % DAY)}-{spoken.clock(jump.high % DAY)}",
        )


def _words(shift: Shift, jump: Jump, edge: Edge, place: str) -> str:
    day = spoken.whole_day(day_of(edge.reading))
    low, high = spoken.clock(jump.low % DAY), spoken.clock(jump.high % DAY)
    change, taken = (
        (f"clocks skip: they go from {low} to {high}", f"{high} is taken")
        if jump.skipped
        else (f"clocks show twice: they go back from {high} to {low}", _TWICE[edge.kind])
    )
    return (
        f"shift `{shift.id}` {_DOES[edge.kind]} {spoken.clock(edge.reading % DAY)} on {day}, a time that"
        f" {place}'s {change}; {taken}"
    )
