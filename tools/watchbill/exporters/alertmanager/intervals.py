"""A calendar as Alertmanager's time intervals.

An interval of Alertmanager's cannot take a day away. So the open time is written out: each window on its
weekdays in the years without holidays, and month by month, day by day, in those that have some.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from watchbill.model.time import Calendar
from watchbill.timeline.calendars import holidays_of
from watchbill.timeline.windows import week_days

FIRST_YEAR, LAST_YEAR = 1970, 2199
# Alertmanager's week begins on Sunday: a range must not run past Saturday.
_NAMES = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")


class _Piece(NamedTuple):
    """A window within one local day: weekdays (Monday 0), minutes after midnight, dates when closed."""

    days: frozenset[int]
    start: int
    end: int
    closed: tuple[date, ...]


def intervals(calendar: Calendar) -> list[dict[str, Any]]:
    """Intervals of which one holds exactly while the calendar is open, from 1970 to 2199."""
    return [
        {**_clock(piece), **dates, "location": calendar.timezone}
        for piece in _pieces(calendar)
        for dates in _dates(piece.closed)
    ]


def _pieces(calendar: Calendar) -> Iterator[_Piece]:
    """The windows, those past midnight cut in two: what follows midnight belongs to the day before."""
    holidays = holidays_of(calendar)
    for row in calendar.hours:
        days, hours = week_days(row.days), row.hours
        end = 1440 if hours.overnight else hours.end
        yield _Piece(days, hours.start, end, _on(holidays, days))
        if hours.overnight and hours.end:
            after = frozenset((day + 1) % 7 for day in days)
            eve = frozenset(holiday + timedelta(days=1) for holiday in holidays)
            yield _Piece(after, 0, hours.end, _on(eve, after))


def _on(dates: Iterable[date], days: frozenset[int]) -> tuple[date, ...]:
    return tuple(sorted(day for day in dates if day.weekday() in days))


def _clock(piece: _Piece) -> dict[str, Any]:
    times = {"start_time": _time(piece.start), "end_time": _time(piece.end)}
    open_ = {(day + 1) % 7 for day in piece.days}
    closed = [day for day in range(7) if day not in open_]
    days = [":".join(_NAMES[int(day)] for day in one.split(":")) for one in _ranges(0, 6, closed)]
    return {"times": [times], "weekdays": days}


def _time(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _dates(closed: tuple[date, ...]) -> Iterator[dict[str, list[str]]]:
    """All dates from 1970 to 2199 but these, as years, months and days of the month."""
    years = sorted({day.year for day in closed})
    rest = _ranges(FIRST_YEAR, LAST_YEAR, years)
    if rest:
        yield {"years": rest}
    for year in years:
        months = sorted({day.month for day in closed if day.year == year})
        whole = _ranges(1, 12, months)
        if whole:
            yield {"years": [str(year)], "months": whole}
        for month in months:
            days = [day.day for day in closed if (day.year, day.month) == (year, month)]
            left = _ranges(1, monthrange(year, month)[1], days)
            if left:
                yield {"years": [str(year)], "months": [str(month)], "days_of_month": left}


def _ranges(first: int, last: int, holes: list[int]) -> list[str]:
    """The numbers from first to last but the holes (sorted), as `3` or `5:9`."""
    found, at = [], first
    for hole in (*holes, last + 1):
        if at < hole:
            found.append(str(at) if at == hole - 1 else f"{at}:{hole - 1}")
        at = hole + 1
    return found
