"""How the law counts: from the instant of an event and a period to the instants at which it ends.

Two instants are kept. `operate_by` is what we work to: the period with nothing that lengthens it, so
that no reading of the law is stricter. `legal_latest` is the last instant that the law allows where its
counting rule lengthens the period. Days, months and years run on the wall clock of the law's zone.

- `elapsed`: real time, a day is 24 hours; both ends are the same.
- `calendar-days`: so many local days later at the same time of day; at the latest the end of that day,
  since the day of the event is not counted.
- `business-days`: the n-th working day after the event's at the same time of day; at the latest its end.
- `months`: the same date so many months later (the month's last day where it has no such date) at the
  same time of day; at the latest the end of that day.
- `eu-1182-71`: days, months and years as above, hours in real time; at the latest what Article 3 of
  Reg. (EEC, Euratom) 1182/71 allows.

Under Article 3 neither the hour nor the day of the event is counted; a period in hours never rolls over;
any other that would end on a holiday, a Saturday or a Sunday ends with the next working day; and a
period of two days or more includes at least two working days.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from watchbill.model.time import Calendar
from watchbill.model.types import Duration
from watchbill.timeline.calendars import holidays_of, working_week
from watchbill.timeline.zones import DAY, at_wall, day_of, reading, wall

HOUR = 3600
_MONTHS = {"mo": 1, "y": 12}
_ONE = timedelta(days=1)


class Rule(NamedTuple):
    """How a law counts: the rule's name, its zone and the calendar of its working days."""

    name: str = "elapsed"
    zone: str = "UTC"
    calendar: Calendar | None = None


class Ends(NamedTuple):
    """When a period ends, in instants: the strict end that we work to, and the last that the law allows."""

    operate_by: int
    legal_latest: int


def ends(start: int, period: Duration, rule: Rule) -> Ends:
    """When a period that an event starts at `start` ends under a counting rule."""
    if period.unit == "s":
        return Ends(
            start + period.amount, start + period.amount + _hour_of_event(start, period, rule)
        )
    if period.unit == "d" and rule.name == "elapsed":
        return Ends(start + period.amount * DAY, start + period.amount * DAY)
    shown = wall(rule.zone, start)
    event, time_of_day = day_of(shown), shown % DAY
    last = last_day(event, period, rule)
    strict = max(start, at_wall(rule.zone, reading(last) + time_of_day))
    if rule.name == "elapsed":
        return Ends(strict, strict)
    if rule.name == "eu-1182-71":
        last = _rolled(event, last, period, rule.calendar)
    return Ends(strict, max(strict, at_wall(rule.zone, reading(last + _ONE))))


def last_day(event: date, period: Duration, rule: Rule) -> date:
    """The local day on which a period in days, working days, months or years ends, unlengthened."""
    if period.unit == "bd" or rule.name == "business-days":
        return business_days_after(event, period.amount, rule.calendar)
    if period.unit in _MONTHS:
        return months_after(event, period.amount * _MONTHS[period.unit])
    return event + timedelta(days=period.amount)


def months_after(day: date, months: int) -> date:
    """The same date so many months later, or the month's last day where it has no such date."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def works(calendar: Calendar | None, day: date) -> bool:
    """Whether a day is a working day of a calendar; Monday to Friday where there is none."""
    if calendar is None:
        return day.weekday() < 5
    days = working_week(calendar)
    return day.weekday() in (days or range(5)) and day not in holidays_of(calendar)


def business_days_after(event: date, number: int, calendar: Calendar | None) -> date:
    """The n-th working day after a day; that day itself does not count."""
    day = event
    while number > 0:
        day += _ONE
        number -= works(calendar, day)
    return day


def _hour_of_event(start: int, period: Duration, rule: Rule) -> int:
    """Seconds by which a period in hours is longer because the hour of the event is not counted."""
    if rule.name != "eu-1182-71" or not period.amount or period.amount % HOUR:
        return 0
    return HOUR - wall(rule.zone, start) % HOUR


def _rolled(event: date, last: date, period: Duration, calendar: Calendar | None) -> date:
    if period.unit in _MONTHS or period.amount >= 2:
        last = max(last, business_days_after(event, 2, calendar))
    while not works(calendar, last):
        last += _ONE
    return last
