"""Calendars as open intervals: the hours of the week less the dated holidays.

A holiday closes the windows that its day owns, the part after midnight of an overnight one included.
"""

from collections.abc import Callable, Mapping
from datetime import date

from watchbill.model.book import Book
from watchbill.model.memo import once
from watchbill.model.time import Calendar
from watchbill.timeline.spans import Spans, merged
from watchbill.timeline.windows import open_spans, week_days

Calendars = Mapping[str, Calendar]


def calendars_of(book: Book) -> Calendars:
    """The calendars of a book by id."""
    return {calendar.id: calendar for calendar in book.all(Calendar)}


def holidays_of(calendar: Calendar | None) -> frozenset[date]:
    """The dated holidays; none without a calendar."""
    return _holidays(calendar) if calendar else frozenset()


@once
def _holidays(calendar: Calendar) -> frozenset[date]:
    return frozenset(day.date for day in calendar.holidays)


@once
def working_week(calendar: Calendar) -> frozenset[int]:
    """The days of the week on which a calendar is open at some hour, from 0 for Monday."""
    return frozenset(number for row in calendar.hours for number in week_days(row.days))


def open_time(calendar: Calendar, start: int, end: int) -> Spans:
    """When a calendar is open within [start, end), in instants, merged."""
    closed = holidays_of(calendar)

    def owned(days: frozenset[int]) -> Callable[[date], bool]:
        return lambda day: day.weekday() in days and day not in closed

    return merged(
        span
        for row in calendar.hours
        for span in open_spans(calendar.timezone, row.hours, owned(week_days(row.days)), start, end)
    )


def is_open(calendar: Calendar, instant: int) -> bool:
    """Whether a calendar is open at an instant."""
    return bool(open_time(calendar, instant, instant + 1))
