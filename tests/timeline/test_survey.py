"""Hours of days, loads, vendor sites and edges at a change of the clock: by hand, and against stepping."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import smallest
from tests.timeline import oracle
from tests.timeline.build import ZONES, at, calendar, schedule, shift
from tests.timeline.test_calendars import minutes, places
from watchbill.model.organization import Vendor
from watchbill.timeline.cover import cover_of, people
from watchbill.timeline.edges import edges_at, jumps
from watchbill.timeline.heat import heat
from watchbill.timeline.load_share import load_of
from watchbill.timeline.shifts import watches
from watchbill.timeline.sites import language_holes, site_time
from watchbill.timeline.spans import Span, merged, total
from watchbill.timeline.spoken import instant, length, others, stretch
from watchbill.timeline.survey import survey
from watchbill.timeline.zones import DAY, changes, day_of, moment

HOUR = 3600


# Days by hours.


@settings(max_examples=20, deadline=None)
@given(places(), st.integers(1, 3))
def test_the_hours_of_each_day_are_those_that_the_clock_shows(
    place: tuple[str, int], hours: int
) -> None:
    zone, start = place
    end = start + 40 * HOUR
    watch = schedule(
        shift(zone, f"06:00-{6 + hours:02}:30", members=["a"], **{"from": "2001-01-01"})
    )
    found = cover_of(watch, {}, start, end)
    rows = heat(zone, people(found.watches), found.holes, start, end)
    stepped: dict[tuple[object, int], list[bool]] = {}
    for minute in range(start, end, 60):
        now = oracle.local(zone, minute)
        there = oracle.shift_open(watch.shifts[0], {}, minute)
        stepped.setdefault((now.date(), now.hour), []).append(there)
    cells = {(row.day, hour): cell for row in rows for hour, cell in enumerate(row.cells)}
    assert {key for key, cell in cells.items() if cell.length} == stepped.keys()
    for key, seen in stepped.items():
        cell = cells[key]
        assert cell.length == 60 * len(seen)
        assert (cell.least, cell.most) == (int(all(seen)), int(any(seen)))
        assert cell.hole == 60 * seen.count(False)


def test_a_day_says_whether_its_clock_is_changed() -> None:
    start = at("2027-03-27T00:00")
    rows = heat("Europe/Dublin", (), (), start, start + 3 * DAY)
    assert [
        (row.day.day, row.changed, sum(cell.length for cell in row.cells) // HOUR) for row in rows
    ] == [
        (27, False, 24),
        (28, True, 23),
        (29, False, 24),
        (30, False, 1),
    ]


# Loads.


def test_a_load_counts_nights_and_weekends_on_the_clock_of_the_shift() -> None:
    watch = schedule(
        shift("Asia/Singapore", "20:00-02:00", id="late", days=["fri"], members=["a"]),
        shift("UTC", "09:00-11:00", id="day", days=["sun"], members=["b", "b"]),
        shift("UTC", "10:00-12:00", id="twice", days=["sun"], members=["b"]),
    )
    found = watches(watch, {}, at("2026-03-02T00:00"), at("2026-03-16T00:00"))
    loads = {one.member: one for one in load_of(watch, found)}
    late, day = loads["a"], loads["b"]
    assert (late.watches, late.seconds, late.night, late.weekend) == (
        2,
        12 * HOUR,
        8 * HOUR,
        4 * HOUR,
    )
    assert late.rest == 7 * DAY - 6 * HOUR
    assert (day.watches, day.seconds, day.night, day.weekend) == (2, 6 * HOUR, 0, 6 * HOUR)
    assert load_of(watch, ()) == ()


@pytest.mark.parametrize("zone", ZONES)
def test_loads_add_up_to_the_watches_and_renaming_people_renames_the_loads(zone: str) -> None:
    members = ["a", "b", "c"]
    watch = schedule(shift(zone, "22:00-08:00", members=members, turn="1d"))
    start = at("2026-09-01T00:00")
    found = watches(watch, {}, start, start + 90 * DAY)
    loads = load_of(watch, found)
    assert sum(one.seconds for one in loads) == sum(one.end - one.start for one in found)
    assert all(0 <= one.night <= one.seconds and 0 <= one.weekend <= one.seconds for one in loads)
    other = schedule(shift(zone, "22:00-08:00", members=["z", "y", "x"], turn="1d"))
    again = load_of(other, watches(other, {}, start, start + 90 * DAY))
    names = dict(zip(members, ("z", "y", "x"), strict=True))
    assert {names[one.member]: one[1:] for one in loads} == {one.member: one[1:] for one in again}


# Vendor sites.


def vendor(*sites: dict[str, object], gaps: tuple[dict[str, str], ...] = ()) -> Vendor:
    data = smallest.data()["vendor:vendor-one"]
    return Vendor.model_validate(
        data | {"sites": list(sites), "language_gaps": list(gaps)}, by_name=True
    )


def site(id: str, zone: str, hours: str, *languages: str) -> dict[str, object]:
    return {
        "id": id,
        "city": id.capitalize(),
        "timezone": zone,
        "hours": hours,
        "seats": 5,
        "languages": list(languages),
    }


def test_a_language_has_a_hole_where_every_site_that_speaks_it_sleeps() -> None:
    one = vendor(
        site("krakow", "Europe/Warsaw", "06:00-22:00", "pl", "en"),
        site("manila", "Asia/Manila", "24h", "en"),
        gaps=({"language": "pl", "site": "krakow", "hours": "22:00-05:00"},),
    )
    start = at("2027-03-27T12:00")
    english, polish = language_holes(one, start, start + 2 * DAY)
    assert (english.language, english.sites, english.holes) == ("en", ("krakow", "manila"), ())
    assert [f"{moment(h.start):%d %H}-{moment(h.end):%d %H}" for h in polish.holes] == [
        "27 21-28 04",
        "28 20-29 04",
    ]
    assert [f"{moment(h.start):%d %H}-{moment(h.end):%d %H}" for h in polish.unstated] == [
        "28 03-28 04",
        "29 03-29 04",
    ]


@settings(max_examples=20, deadline=None)
@given(places(), st.tuples(minutes, minutes).map("-".join))
def test_a_site_is_open_as_its_clock_says(place: tuple[str, int], hours: str) -> None:
    zone, start = place
    end = start + 30 * HOUR
    found = site_time(vendor(site("here", zone, hours, "en")).sites[0], start, end)
    office = calendar(zone, ("every-day", hours))
    stepped = {t for t in range(start, end, 60) if oracle.calendar_open(office, t)}
    assert {t for span in found for t in range(*span, 60)} == stepped


def test_a_survey_of_a_vendor_counts_the_languages_spoken() -> None:
    one = vendor(
        site("krakow", "Europe/Warsaw", "06:00-22:00", "pl", "en"),
        site("manila", "Asia/Manila", "24h", "en"),
    )
    start = at("2027-01-04T00:00")
    found = survey(smallest.book(), one, start, start + DAY)
    assert [(n.people, (n.end - n.start) // HOUR) for n in found.numbers] == [
        (1, 5),
        (2, 16),
        (1, 3),
    ]
    assert total(found.holes) == 8 * HOUR
    assert found.until == start + 400 * DAY


# Edges at a change of the clock.


@pytest.mark.parametrize("zone", ZONES)
def test_what_a_clock_skips_or_shows_twice_is_what_it_is_seen_to(zone: str) -> None:
    for year in (2011, 2026, 2027):
        start = at(f"{year}-01-01T00:00")
        for jump in jumps(zone, start, start + 365 * DAY):
            near = range(jump.at - 3 * HOUR, jump.at + 3 * HOUR, 60)
            seen = [oracle.local(zone, instant) for instant in near]
            low, high = (datetime(1970, 1, 1) + timedelta(seconds=s) for s in (jump.low, jump.high))  # noqa: DTZ001
            inside = [one for one in seen if low <= one < high]
            wide = (jump.high - jump.low) // 60
            if wide < 180:
                assert len(inside) == (0 if jump.skipped else 2 * wide)
            assert jump.at in {instant for instant, _ in changes(zone, year)}


def test_the_day_that_apia_skipped_has_all_its_edges() -> None:
    row = schedule(shift("Pacific/Apia", "09:00-17:00", **{"from": "2011-01-03"})).shifts[0]
    start = at("2011-12-01T00:00")
    (jump,) = jumps("Pacific/Apia", start, start + 31 * DAY)
    assert jump.skipped and day_of(jump.low).isoformat() == "2011-12-30"
    assert [(edge.kind, edge.reading % DAY // HOUR) for edge in edges_at(row, {}, jump)] == [
        ("begins", 9),
        ("ends", 17),
    ]


@settings(max_examples=60, deadline=None)
@given(places(), st.tuples(minutes, minutes).map("-".join))
def test_an_edge_is_told_if_and_only_if_the_clock_does_not_show_it_once(
    place: tuple[str, int], hours: str
) -> None:
    zone, near = place
    row = schedule(shift(zone, hours, members=["a"], **{"from": "2001-01-01"})).shifts[0]
    if row.hours.start == row.hours.end:
        return
    for jump in jumps(zone, near, near + 41 * HOUR):
        told = {edge.reading for edge in edges_at(row, {}, jump)}
        seen: dict[datetime, int] = {}
        for instant_ in range(jump.at - 70 * HOUR, jump.at + 70 * HOUR, 60):
            now = oracle.local(zone, instant_)
            seen[now] = seen.get(now, 0) + 1
        expected = set()
        for edge in (row.hours.start, row.hours.end % 1440):
            for number in range((jump.at // DAY) - 1, (jump.at // DAY) + 2):
                reading = number * DAY + edge * 60
                if seen.get(datetime(1970, 1, 1) + timedelta(seconds=reading), 0) != 1:  # noqa: DTZ001
                    expected.add(reading)
        assert told == expected


# Words.


def test_times_are_said_as_a_person_says_them() -> None:
    hole = Span(at("2027-03-28T23:00"), at("2027-03-28T23:30"))
    assert stretch("Europe/Dublin", hole) == (
        "Monday 29 March 2027 00:00-00:30 Dublin (Sunday 28 March 2027 23:00-23:30 UTC)"
    )
    assert stretch("UTC", hole) == "Sunday 28 March 2027 23:00-23:30 UTC"
    assert stretch("UTC", Span(hole.start, hole.start + DAY)) == (
        "Sunday 28 March 2027 23:00 to Monday 29 March 2027 23:00 UTC"
    )
    assert instant("Europe/Dublin", at("2026-10-25T00:30")) == (
        "Sunday 25 October 2026 01:30 Dublin (+01:00)"
    )
    assert instant("Europe/Dublin", at("2026-10-25T01:30")) == (
        "Sunday 25 October 2026 01:30 Dublin (+00:00)"
    )
    assert instant("Europe/Dublin", at("2027-03-28T01:00")) == "Sunday 28 March 2027 02:00 Dublin"
    assert [length(s) for s in (0, 90, 1800, 5400, 25 * HOUR)] == [
        "0 min",
        "1 min 30 s",
        "30 min",
        "1 h 30 min",
        "25 h",
    ]
    assert others("Europe/Dublin", [hole]) == "1 other night"
    assert (
        others("Asia/Singapore", merged([hole, (hole.end + 60, hole.end + 90)])) == "2 other times"
    )
