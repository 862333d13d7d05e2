"""Edges of shifts that fall where a local clock jumps: a time that is skipped, or that is shown twice."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from watchbill.model.time import Shift
from watchbill.timeline.calendars import Calendars
from watchbill.timeline.shifts import owns
from watchbill.timeline.turns import handovers
from watchbill.timeline.zones import DAY, changes, day_of, moment, offset_at, reading

_ONE = timedelta(days=1)


class Jump(NamedTuple):
    """A change of a zone's clock at an instant: the wall readings [low, high) are skipped, or come twice."""

    at: int
    low: int
    high: int
    skipped: bool


class Edge(NamedTuple):
    """What a shift does at a wall reading: it `begins`, `ends`, or its member `turns`."""

    kind: str
    reading: int


def jumps(zone: str, start: int, end: int) -> Iterator[Jump]:
    """Every change of a zone's clock within [start, end), in order."""
    for year in range(moment(start).year, moment(end).year + 1):
        for instant, after in changes(zone, year):
            if start <= instant < end:
                before = offset_at(zone, instant - 1)
                low, high = sorted((instant + before, instant + after))
                yield Jump(instant, low, high, skipped=after > before)


def edges_at(shift: Shift, calendars: Calendars, jump: Jump) -> Iterator[Edge]:
    """The edges of a shift whose wall reading is skipped or shown twice by a change of its clock.

    Where a shift runs round the clock from one day into the next, its midnight is no edge.
    """
    owned = owns(shift, calendars)
    opens = shift.hours.start * 60
    closes = shift.hours.end * 60 + (DAY if shift.hours.overnight else 0)
    round_the_clock = closes - opens == DAY
    # The owner of a window that ends at the jump may be the day before.
    for day in _days(day_of(jump.low) - _ONE, day_of(jump.high)):
        if not owned(day):
            continue
        begin, finish = reading(day) + opens, reading(day) + closes
        anew = not (round_the_clock and owned(day - _ONE))
        if anew and jump.low <= begin < jump.high:
            yield Edge("begins", begin)
        if jump.low <= finish < jump.high and not (round_the_clock and owned(day + _ONE)):
            yield Edge("ends", finish)
        if len(shift.members) > 1:
            # A turn that begins with its window is no edge of its own.
            since = begin + 1 if anew else begin
            changed = handovers(shift, max(since, jump.low), min(finish, jump.high))
            yield from (Edge("turns", change) for change in changed)


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _ONE
