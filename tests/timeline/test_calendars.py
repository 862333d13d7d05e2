"""Open time of calendars: each trap by hand, and against the oracle by chance."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import smallest
from tests.timeline import oracle
from tests.timeline.build import ZONES, at, calendar
from watchbill.model.time import Calendar
from watchbill.timeline.calendars import calendars_of, is_open, open_time
from watchbill.timeline.zones import changes, moment


def spans(office: Calendar, start: str, end: str) -> list[str]:
    """The open time as texts in UTC."""
    return [
        f"{moment(one.start):%d %H:%M}-{moment(one.end):%d %H:%M}"
        for one in open_time(office, at(start), at(end))
    ]


def test_a_window_in_a_spring_gap_never_opens() -> None:
    office = calendar("Europe/Dublin", ("every-day", "01:00-01:45"))
    assert spans(office, "2027-03-27T12:00", "2027-03-29T12:00") == ["29 00:00-29 00:45"]


def test_a_window_in_the_repeated_hour_opens_twice() -> None:
    office = calendar("Europe/Dublin", ("every-day", "01:15-01:45"))
    assert spans(office, "2026-10-25T00:00", "2026-10-25T12:00") == [
        "25 00:15-25 00:45",
        "25 01:15-25 01:45",
    ]


def test_a_window_that_ends_in_the_repeated_hour_opens_again() -> None:
    office = calendar("Europe/Dublin", ("every-day", "00:30-01:30"))
    assert spans(office, "2026-10-24T22:00", "2026-10-25T12:00") == [
        "24 23:30-25 00:30",
        "25 01:00-25 01:30",
    ]


def test_a_window_across_the_gap_is_an_hour_shorter() -> None:
    office = calendar("America/Los_Angeles", ("every-day", "00:00-08:00"))
    assert spans(office, "2027-03-14T00:00", "2027-03-14T23:00") == ["14 08:00-14 15:00"]


def test_lord_howe_loses_half_an_hour() -> None:
    office = calendar("Australia/Lord_Howe", ("every-day", "01:00-03:00"))
    assert spans(office, "2026-10-03T12:00", "2026-10-03T18:00") == ["03 14:30-03 16:00"]


def test_an_overnight_window_belongs_to_the_day_it_starts_on() -> None:
    office = calendar("Europe/Dublin", (["fri"], "22:00-06:00"))
    assert spans(office, "2026-11-26T00:00", "2026-12-01T00:00") == ["27 22:00-28 06:00"]


def test_a_holiday_closes_the_night_that_begins_on_it_and_no_other() -> None:
    office = calendar("Europe/Dublin", ("every-day", "22:00-06:00"), holidays=("2026-12-25",))
    assert spans(office, "2026-12-24T12:00", "2026-12-27T12:00") == [
        "24 22:00-25 06:00",
        "26 22:00-27 06:00",
    ]


def test_apia_is_open_on_both_sides_of_the_day_that_it_skipped() -> None:
    office = calendar("Pacific/Apia", ("every-day", "09:00-17:00"))
    assert spans(office, "2011-12-29T10:00", "2011-12-31T20:00") == [
        "29 19:00-30 03:00",
        "30 19:00-31 03:00",
        "31 19:00-31 20:00",
    ]


def test_cairo_opens_at_one_where_midnight_is_missing() -> None:
    office = calendar("Africa/Cairo", (["fri"], "00:00-02:00"))
    assert spans(office, "2026-04-23T12:00", "2026-04-24T12:00") == ["23 22:00-23 23:00"]


def test_a_day_of_24_hours_is_as_long_as_its_local_day() -> None:
    office = calendar("Europe/Dublin", (["sun"], "24h"))
    assert spans(office, "2027-03-27T00:00", "2027-03-29T12:00") == ["28 00:00-28 23:00"]
    assert spans(office, "2026-10-24T00:00", "2026-10-26T12:00") == ["24 23:00-26 00:00"]


def test_the_calendars_of_a_book_are_known_by_id() -> None:
    office = calendars_of(smallest.book())["office"]
    assert is_open(office, at("2026-11-23T09:00"))
    assert not is_open(office, at("2026-11-23T17:00"))
    assert not is_open(office, at("2026-11-23T08:59:59"))
    assert not is_open(office, at("2026-12-25T10:00"))


days = st.one_of(
    st.sampled_from(["every-day", "mon-fri", "mon-sat", "sat-sun", "sun-thu"]),
    st.lists(st.sampled_from(oracle.WEEK), min_size=1, unique=True),
)
minutes = st.integers(0, 95).map(lambda step: f"{step // 4:02}:{step % 4 * 15:02}")
hours = st.one_of(st.just("24h"), st.tuples(minutes, minutes).map("-".join))


@st.composite
def places(draw: st.DrawFn) -> tuple[str, int]:
    """A zone, and an instant near one of its changes (or any, where it has none)."""
    zone = draw(st.sampled_from(ZONES))
    year = draw(st.integers(2008, 2029))
    near = changes(zone, year)
    middle = draw(st.sampled_from(near))[0] if near else at(f"{year}-06-01T00:00")
    return zone, (middle // 60) * 60 - draw(st.integers(0, 40)) * 3600


@settings(max_examples=75, deadline=None)
@given(places(), st.lists(st.tuples(days, hours), min_size=1, max_size=3), st.data())
def test_every_minute_around_a_change_is_as_the_wall_clock_says(
    place: tuple[str, int], rows: list[tuple[object, str]], data: st.DataObject
) -> None:
    zone, start = place
    end = start + 60 * 3600
    first = oracle.local(zone, start).date()
    off = data.draw(st.lists(st.integers(-1, 3), max_size=2))
    holidays = tuple(sorted({str(first + timedelta(days=day)) for day in off}))
    office = calendar(zone, *rows, holidays=holidays)
    found = open_time(office, start, end)
    stepped = {t for t in range(start, end, 60) if oracle.calendar_open(office, t)}
    assert {t for span in found for t in range(*span, 60)} == stepped
    assert all(edge % 60 == 0 for span in found for edge in span)
