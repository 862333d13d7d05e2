"""Nobody stands two watches that page at the same time.

Two pagers ring in one pocket, and what was planned as two people is one. Only schedules that staff a role
with `page: true` count; the next 400 days are looked at.

Bad:
    kind: schedule
    id: watch
    shifts:
      - {id: all, region: emea, timezone: Europe/Dublin, hours: 24h, members: [desk-01], from: 2026-11-30}
      - {id: day, region: emea, timezone: Europe/Dublin, hours: "09:00-17:00", members: [desk-01], from: 2026-11-30}

Good:
    kind: schedule
    id: watch
    shifts:
      - {id: all, region: emea, timezone: Europe/Dublin, hours: 24h, members: [desk-01], from: 2026-11-30}
      - {id: day, region: emea, timezone: Europe/Dublin, hours: "09:00-17:00", members: [desk-02], from: 2026-11-30}
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.memo import once
from watchbill.model.time import Schedule
from watchbill.rules.proof._schedules import place, proven
from watchbill.timeline import spoken
from watchbill.timeline.cover import Cover
from watchbill.timeline.spans import Span
from watchbill.where import Address

ID = "proof/double-booked"
LEVEL = Level.WARNING


class _Stand(NamedTuple):
    """A watch of a member, by its schedule and the place of its shift."""

    start: int
    end: int
    schedule: str
    row: int


class _Pair(NamedTuple):
    """Two shifts that share a member, the first schedule by name in front."""

    schedule: str
    row: int
    other: str
    other_row: int


Clashes = dict[str, dict[_Pair, list[tuple[Span, str]]]]


def check(book: Book) -> Iterator[Hit]:
    """Every pair of shifts of schedules that page, at the schedule whose name comes first."""
    for schedule in book.each(Schedule):
        covers = _covers(book)
        if schedule.id not in covers:
            continue
        kept = _kept(book)
        if not kept:
            kept.append(_clashes(covers))
        for pair, times in sorted(kept[0].get(schedule.id, {}).items()):
            yield Hit(
                Address(schedule.key, ("shifts", pair.row, "members")),
                _words(book, schedule, pair, times),
                "let another member stand one of the two",
            )


def _covers(book: Book) -> dict[str, Cover]:
    """The cover of every schedule that pages, by id."""
    paging = {role.staffed_by for role in book.roles().values() if role.page}
    found = {one.id: proven(book, one) for one in book.all(Schedule) if one.id in paging}
    return {id: cover for id, cover in found.items() if cover}


@once
def _kept(_: Book) -> list[Clashes]:
    return []


def _clashes(covers: Mapping[str, Cover]) -> Clashes:
    by_member: dict[str, list[_Stand]] = {}
    for id, cover in covers.items():
        for watch in cover.watches:
            by_member.setdefault(watch.member, []).append(
                _Stand(watch.start, watch.end, id, watch.row)
            )
    found: Clashes = {}
    for member, stands in sorted(by_member.items()):
        for first, second in _together(sorted(stands)):
            pair = _Pair(*min(first[2:], second[2:]), *max(first[2:], second[2:]))
            span = Span(second.start, min(first.end, second.end))
            times = found.setdefault(pair.schedule, {}).setdefault(pair, [])
            times.append((span, member))
    return found


def _together(stands: list[_Stand]) -> Iterator[tuple[_Stand, _Stand]]:
    """Each two watches that overlap, the one that began first in front."""
    running: list[_Stand] = []
    for stand in stands:
        running = [one for one in running if one.end > stand.start]
        yield from ((one, stand) for one in running)
        running.append(stand)


def _words(book: Book, schedule: Schedule, pair: _Pair, times: list[tuple[Span, str]]) -> str:
    (first, member), *rest = sorted(times)
    shift = schedule.shifts[pair.row]
    here = f"`{shift.id}`"
    other = book.get(Schedule, pair.other)
    there = f"`{other.shifts[pair.other_row].id}`" if other else ""
    if pair.other != pair.schedule:
        there += f" of `{pair.other}`"
    words = (
        f"`{member}` stands {here} and {there} at once,"
        f" {spoken.stretch(shift.timezone, first, place(book, shift))}"
    )
    if rest:
        words += f"; also {spoken.others(shift.timezone, [span for span, _ in rest])}"
        also = sorted({name for _, name in rest} - {member})
        words += f" ({', '.join(also)} too)" if also else ""
    return words
