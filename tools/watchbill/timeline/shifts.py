"""Schedules resolved to watches: who stands which shift from when to when."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from watchbill.model.time import Override, Schedule, Shift
from watchbill.timeline.calendars import Calendars, holidays_of
from watchbill.timeline.spans import Span, Spans, merged
from watchbill.timeline.turns import turns
from watchbill.timeline.windows import open_spans, week_days
from watchbill.timeline.zones import seconds


class Watch(NamedTuple):
    """One member on one shift over [start, end).

    `began` is when the shift opened or the turn changed, whichever is later: a stand-in takes over the
    standing of the watch, and does not begin a new one. `row` is the shift's place in the schedule.
    """

    start: int
    end: int
    began: int
    row: int
    shift: str
    member: str


def watches(schedule: Schedule, calendars: Calendars, start: int, end: int) -> tuple[Watch, ...]:
    """The watches of a schedule that touch [start, end), cut to it, by start, shift and member."""
    found: list[Watch] = []
    for row, shift in enumerate(schedule.shifts):
        swaps = [one for one in schedule.overrides if one.shift == shift.id]
        stood = _turns(row, shift, calendars, start, end)
        if swaps:
            stood = (piece for watch in stood for piece in _swapped(watch, swaps))
        found.extend(stood)
    return tuple(sorted(found))


def shift_time(shift: Shift, calendars: Calendars, start: int, end: int) -> Spans:
    """When a shift's window is open within [start, end), merged; turns and overrides aside."""
    return open_spans(shift.timezone, shift.hours, owns(shift, calendars), start, end)


def owns(shift: Shift, calendars: Calendars) -> Callable[[date], bool]:
    """On which local days a shift's window begins."""
    days = week_days(shift.days)
    holidays = holidays_of(calendars.get(shift.calendar) if shift.calendar else None)
    if not isinstance(shift.days, str) and "holiday" in shift.days:
        return lambda day: day.weekday() in days or day in holidays
    if shift.holidays == "off":
        return lambda day: day.weekday() in days and day not in holidays
    return lambda day: day.weekday() in days


def _turns(row: int, shift: Shift, calendars: Calendars, start: int, end: int) -> Iterator[Watch]:
    rota = turns(shift, start, end)
    # Looked at from the first turn's start, so that it is known when a window opened that the range cuts.
    earliest = min(start, rota[0].start) if rota else start
    openings = shift_time(shift, calendars, earliest, end)
    place = 0
    for opening in openings:
        while place < len(rota) and rota[place].end <= opening.start:
            place += 1
        at = place
        while at < len(rota) and rota[at].start < opening.end:
            turn = rota[at]
            began = max(opening.start, turn.start)
            begin, finish = max(began, start), min(opening.end, turn.end, end)
            if begin < finish:
                yield Watch(begin, finish, began, row, shift.id, turn.member)
            at += 1


def _swapped(watch: Watch, swaps: list[Override]) -> Iterator[Watch]:
    """The watch with its stand-ins; of two overrides for one instant the later entry wins."""
    pieces: list[Watch] = [watch]
    for swap in swaps:
        start, end = seconds(swap.start), seconds(swap.end)
        pieces = [cut for piece in pieces for cut in _cut(piece, start, end, swap.member)]
    while pieces:
        piece = pieces.pop(0)
        while pieces and pieces[0].member == piece.member:
            piece = piece._replace(end=pieces.pop(0).end)
        yield piece


def _cut(watch: Watch, start: int, end: int, member: str) -> Iterator[Watch]:
    inside = Span(max(watch.start, start), min(watch.end, end))
    if inside.start >= inside.end:
        yield watch
        return
    if watch.start < inside.start:
        yield watch._replace(end=inside.start)
    yield watch._replace(start=inside.start, end=inside.end, member=member)
    if inside.end < watch.end:
        yield watch._replace(start=inside.end)


def cover(found: tuple[Watch, ...]) -> Spans:
    """When anybody is on watch, merged."""
    return merged((watch.start, watch.end) for watch in found)
