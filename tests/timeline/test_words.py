"""Instants and lengths in words: every day, every month, both sides of each edge."""

from datetime import date, timedelta

import pytest

from tests.timeline.build import at
from watchbill.timeline import spoken
from watchbill.timeline.spans import Span
from watchbill.timeline.zones import DAY

MONDAY = date(2026, 11, 23)


def test_every_day_of_the_week_and_every_month_has_its_name() -> None:
    week = [MONDAY + timedelta(days=number) for number in range(7)]
    assert [spoken.whole_day(day).split()[0] for day in week] == [
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    ]
    assert [spoken.whole_day(date(2026, month, 1)).split()[2] for month in range(1, 13)] == [
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ]


def test_a_day_and_an_instant_are_said_in_brief() -> None:
    assert spoken.brief_day(date(2026, 1, 6)) == "Tue 6 Jan 2026"
    assert spoken.brief_day(date(2026, 12, 31)) == "Thu 31 Dec 2026"
    assert spoken.brief("Europe/Dublin", at("2026-06-30T23:30")) == "Wed 1 Jul 2026 00:30"


def test_a_zone_is_named_after_its_town() -> None:
    assert spoken.town("America/Los_Angeles") == "Los Angeles"
    assert spoken.town("America/Argentina/Buenos_Aires") == "Buenos Aires"
    assert spoken.town("UTC") == "UTC"


def test_a_clock_shows_seconds_only_where_there_are_any() -> None:
    assert [spoken.clock(seconds) for seconds in (0, 59, 60, 27_000, 86_399, DAY)] == [
        *("00:00", "00:00:59", "00:01", "07:30", "23:59:59", "24:00")
    ]


def test_a_clock_is_ahead_of_utc_or_behind_it() -> None:
    offsets = [spoken.offset(seconds) for seconds in (0, 20_700, -12_600, -1)]
    assert offsets == ["+00:00", "+05:45", "-03:30", "-00:00:01"]


def test_a_length_has_days_from_the_third_on() -> None:
    lengths = (3 * DAY - 1, 3 * DAY, 4 * DAY + 5 * 3600 + 6 * 60 + 7, 400 * DAY, 2 * DAY)
    assert [spoken.length(seconds) for seconds in lengths] == [
        *("71 h 59 min 59 s", "3 d", "4 d 5 h 6 min 7 s", "400 d", "48 h")
    ]


def test_the_place_is_named_as_asked() -> None:
    moment = at("2026-10-25T00:30")
    assert spoken.instant("Europe/Dublin", moment, "the desk").endswith("01:30 the desk (+01:00)")
    hole = Span(at("2026-12-01T10:00"), at("2026-12-01T11:00"))
    assert spoken.stretch("Europe/Dublin", hole, "the desk") == (
        "Tuesday 1 December 2026 10:00-11:00 the desk (10:00-11:00 UTC)"
    )


@pytest.mark.parametrize(
    ("zone", "first", "second", "clear"),
    [
        ("Europe/Dublin", "2026-10-25T00:00", "2026-10-25T01:00", "2026-10-25T02:00"),
        ("Australia/Lord_Howe", "2027-04-03T14:30", "2027-04-03T15:00", "2027-04-03T15:30"),
        ("Antarctica/Troll", "2026-10-24T23:00", "2026-10-25T01:00", "2026-10-25T03:00"),
    ],
)
def test_a_time_that_comes_twice_is_told_by_its_offset_from_first_to_last(
    zone: str, first: str, second: str, clear: str
) -> None:
    for instant in (at(first), at(second) - 1, at(second), at(clear) - 1):
        assert spoken.instant(zone, instant).endswith(")")
    for instant in (at(first) - 1, at(clear)):
        assert not spoken.instant(zone, instant).endswith(")")


def test_a_stretch_has_one_day_up_to_its_midnight_and_two_behind_it() -> None:
    midnight = at("2026-12-02T00:00")

    def between(start: int, end: int, zone: str = "UTC") -> str:
        return spoken.between(zone, Span(midnight + start, midnight + end))

    assert between(-DAY, 0) == "Tuesday 1 December 2026 00:00-24:00"
    assert between(-60, 1) == (
        "Tuesday 1 December 2026 23:59 to Wednesday 2 December 2026 00:00:01"
    )
    assert between(0, 1) == "Wednesday 2 December 2026 00:00-00:00:01"
    assert between(0, 0) == "Wednesday 2 December 2026 00:00 to Wednesday 2 December 2026 00:00"


def test_a_stretch_in_which_the_clock_goes_back_is_said_with_both_readings() -> None:
    start = at("2026-10-25T00:30")
    assert spoken.between("Europe/Dublin", Span(start, start + 1800)) == (
        "Sunday 25 October 2026 01:30 to Sunday 25 October 2026 01:00"
    )
    assert spoken.between("Europe/Dublin", Span(start, start + 3600)) == (
        "Sunday 25 October 2026 01:30 to Sunday 25 October 2026 01:30"
    )


def test_nights_are_nights_only_where_all_of_them_begin_at_night() -> None:
    def said(*times: str) -> str:
        starts = [at(f"2026-12-01T{time}") for time in times]
        return spoken.others("UTC", [Span(start, start + 60) for start in starts])

    assert said("22:00:00") == said("05:59:59") == said("00:00:00") == "1 other night"
    assert said("21:59:59") == said("06:00:00") == "1 other time"
    assert said("23:00:00", "02:00:00") == "2 other nights"
    assert said("23:00:00", "12:00:00") == "2 other times"
