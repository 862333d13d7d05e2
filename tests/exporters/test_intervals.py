"""A calendar's time intervals hold exactly while it is open, read as Alertmanager reads them."""

import random
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.exporters.build import odd, shipped
from tests.timeline.build import at, calendar
from watchbill.exporters.alertmanager.intervals import intervals
from watchbill.model.time import Calendar
from watchbill.timeline.calendars import calendars_of, is_open, open_time
from watchbill.timeline.zones import moment

DAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")


def number(text: str) -> int:
    return DAYS.index(text) if text in DAYS else int(text)


def among(value: int, ranges: list[str] | None) -> bool:
    if ranges is None:
        return True
    bounds = [(number(one.split(":")[0]), number(one.split(":")[-1])) for one in ranges]
    assert all(low <= high for low, high in bounds), "Alertmanager refuses such a range"
    return any(low <= value <= high for low, high in bounds)


def minute(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def holds(interval: dict[str, Any], instant: int) -> bool:
    """Alertmanager's rule: in the interval's location, every field that is there must contain the time."""
    now = datetime.fromtimestamp(instant, ZoneInfo(interval["location"]))
    past = now.hour * 60 + now.minute
    times = interval["times"]
    return (
        any(minute(one["start_time"]) <= past < minute(one["end_time"]) for one in times)
        and among(now.isoweekday() % 7, interval["weekdays"])
        and among(now.day, interval.get("days_of_month"))
        and among(now.month, interval.get("months"))
        and among(now.year, interval.get("years"))
    )


def agrees(office: Calendar) -> None:
    """Looks just before and at every edge of three years, and at random minutes of thirty."""
    made = intervals(office)
    start, end = at("2026-01-01T00:00"), at("2029-01-08T00:00")
    edges = [edge for span in open_time(office, start, end) for edge in span]
    chance = random.Random(office.id)
    anywhere = [
        chance.randrange(at("2020-01-01T00:00"), at("2050-01-01T00:00")) for _ in range(500)
    ]
    for instant in [*edges, *(edge - 1 for edge in edges), *anywhere]:
        found = any(holds(one, instant) for one in made)
        assert found == is_open(office, instant), moment(instant).isoformat()


@pytest.mark.parametrize("id", sorted(calendars_of(shipped())))
def test_every_shipped_calendar_is_written_exactly(id: str) -> None:
    agrees(calendars_of(shipped())[id])


@pytest.mark.parametrize("id", ["office", "night"])
def test_nights_holidays_and_leap_days_are_written_exactly(id: str) -> None:
    agrees(calendars_of(odd())[id])


@pytest.mark.parametrize(
    ("zone", "days", "hours", "holidays"),
    [
        ("Europe/Dublin", "every-day", "22:00-06:00", ("2026-12-31", "2027-01-01", "2028-02-29")),
        ("Africa/Cairo", "every-day", "00:00-01:00", ("2026-04-24",)),
        ("America/St_Johns", "sun-thu", "23:00-00:00", ("2026-11-01", "2026-11-30")),
        ("Pacific/Chatham", ["mon", "wed", "sun"], "12:45-12:30", ("2027-06-07",)),
        ("UTC", "sat-sun", "24h", tuple(f"2027-05-{day:02}" for day in range(1, 32))),
    ],
)
def test_odd_hours_are_written_exactly(
    zone: str, days: Any, hours: str, holidays: tuple[str, ...]
) -> None:
    agrees(calendar(zone, (days, hours), holidays=holidays))


def test_a_week_is_written_as_a_range() -> None:
    (whole,) = intervals(calendar("UTC", ("mon-fri", "09:00-17:00")))
    assert whole == {
        "times": [{"start_time": "09:00", "end_time": "17:00"}],
        "weekdays": ["monday:friday"],
        "years": ["1970:2199"],
        "location": "UTC",
    }
