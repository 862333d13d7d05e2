"""The hours of a feed's week, cut where people change: the windows of its shifts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from watchbill.importers.watch import Stand
from watchbill.importers.week import ALWAYS, DAY, WHOLE, Hours, hours
from watchbill.timeline.zones import day_of, reading, wall


class Wall(NamedTuple):
    """Somebody on call over [start, end) on the wall clock: seconds of readings."""

    start: int
    end: int
    member: str


class Window(NamedTuple):
    """Hours of work that begin on some days of the week (0 is Monday), in minutes; `length` is at most a day."""

    start: int
    length: int
    days: frozenset[int]

    def on(self, day: date) -> tuple[int, int]:
        """The wall readings of the window that begins on a day."""
        begin = reading(day, self.start)
        return begin, begin + self.length * 60


def walls(found: Sequence[Stand], zone: str) -> list[Wall]:
    """Stands on a wall clock."""
    return [Wall(wall(zone, one.start), wall(zone, one.end), one.member) for one in found]


def week_of(found: Sequence[Wall], first: date, last: date) -> Hours:
    """The hours that most of the whole weeks between two days have; of all days where there is no whole week."""
    monday = first + timedelta(days=-first.weekday() % 7)
    weeks = Counter[Hours]()
    while monday + timedelta(days=7) <= last:
        weeks[_covered(found, reading(monday))] += 1
        monday += timedelta(days=7)
    if weeks:
        most = max(weeks.values())
        return next(one for one, count in weeks.items() if count == most)
    return hours(
        ((one.start - reading(date(1970, 1, 5))) // 60, (one.end - one.start) // 60)
        for one in found
    )


def _covered(found: Sequence[Wall], begin: int) -> Hours:
    end = begin + WHOLE * 60
    inside = ((max(one.start, begin), min(one.end, end)) for one in found)
    return hours(
        ((start - begin) // 60, (finish - start) // 60)
        for start, finish in inside
        if start < finish
    )


def windows_of(found: Sequence[Wall], week: Hours) -> list[Window]:
    """The windows of a week, cut at the minutes of the day at which people usually change."""
    cuts = _changes(found)
    days: dict[tuple[int, int], set[int]] = {}
    for start, end in _joined(week, cuts):
        for begin, finish in _pieces(start, end, cuts):
            days.setdefault((begin % DAY, finish - begin), set()).add(begin // DAY % 7)
    return [Window(*key, frozenset(numbers)) for key, numbers in sorted(days.items())]


def _changes(found: Sequence[Wall]) -> list[int]:
    """The minutes of the day at which people change: the most frequent, and all that are half as frequent."""
    starts = Counter(one.start % 86_400 // 60 for one in found)
    most = max(starts.values(), default=0)
    return sorted(
        minute for minute, count in starts.items() if 2 * count >= most and (count > 1 or most == 1)
    )


def _joined(week: Hours, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The spans of a week; one that runs over its end as one, all hours from the first change on."""
    if week == ALWAYS:
        first = cuts[0] if cuts else 0
        yield first, first + WHOLE
    elif len(week) > 1 and week[0][0] == 0 and week[-1][1] == WHOLE:
        yield from week[1:-1]
        yield week[-1][0], WHOLE + week[0][1]
    else:
        yield from week


def _pieces(start: int, end: int, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A span cut at the changes of each day, and at midnights where a piece would be longer than a day."""
    edges = {start, end}
    edges |= {
        day * DAY + cut
        for day in range(start // DAY, end // DAY + 1)
        for cut in cuts
        if start < day * DAY + cut < end
    }
    for begin, finish in pairwise(sorted(edges)):
        if finish - begin <= DAY:
            yield begin, finish
        else:
            nights = range((begin // DAY + 1) * DAY, finish, DAY)
            yield from pairwise([begin, *nights, finish])


def days_of(window: Window, first: int, last: int) -> Iterator[date]:
    """The days on which a window begins that touches what lies between two wall readings."""
    day = day_of(first) - timedelta(days=1)
    while reading(day) < last:
        start, end = window.on(day)
        if day.weekday() in window.days and start < last and first < end:
            yield day
        day += timedelta(days=1)
