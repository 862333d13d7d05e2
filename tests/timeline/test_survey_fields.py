"""A survey says of a schedule or a vendor what lies in the range, and what lies ahead of it."""

from typing import Any

from tests import smallest
from tests.timeline.build import at
from tests.timeline.test_survey import site, vendor
from watchbill.model.time import Schedule
from watchbill.timeline.cover import Number
from watchbill.timeline.sites import language_holes
from watchbill.timeline.spans import Span
from watchbill.timeline.survey import Off, Place, Survey, survey

HOUR, DAY = 3600, 86_400
MONDAY = at("2026-12-07T00:00")


def row(id: str, zone: str, hours: str, **fields: Any) -> dict[str, Any]:
    common = {"region": "emea", "members": [f"{id}-01", f"{id}-02"], "from": "2026-11-30"}
    return {"id": id, "timezone": zone, "hours": hours, **common, **fields}


def calendar(id: str, zone: str, *days: tuple[str, str, bool]) -> dict[str, Any]:
    holidays = [{"date": day, "name": name, "estimated": late} for day, name, late in days]
    return {**smallest.data()["calendar:office"], "id": id, "timezone": zone, "holidays": holidays}


OFFICE = calendar("office", "Europe/Dublin", ("2026-12-25", "Christmas Day", False))
CALENDARS = (
    calendar("arcade", "America/Los_Angeles", ("2026-12-09", "A day", False)),
    calendar(
        "bureau",
        "Europe/Dublin",
        ("2026-12-06", "Too early", False),
        ("2026-12-07", "First", False),
        ("2026-12-09", "A day", True),
        ("2026-12-13", "Last", False),
        ("2026-12-14", "Too late", False),
    ),
    calendar("castle", "Asia/Tokyo", ("2026-12-09", "A day", False)),
    calendar("depot", "Asia/Tokyo", ("2026-12-09", "Elsewhere", False)),
)


def surveyed(*rows: dict[str, Any], end: int = MONDAY + 7 * DAY, **fields: Any) -> Survey:
    documents = smallest.data()
    documents |= {f"calendar:{one['id']}": one for one in (*reversed(CALENDARS), OFFICE)}
    documents["schedule:watch"] |= {"shifts": list(rows), **fields}
    book = smallest.book(documents)
    (found,) = (one for one in book.all(Schedule) if one.id == "watch")
    return survey(book, found, MONDAY, end)


DESKS = (
    row("early", "Europe/Dublin", "06:00-15:00", calendar="castle"),
    row("late", "America/Los_Angeles", "06:30-22:00", turn="1d"),
    row("again", "Europe/Dublin", "06:00-08:00"),
)


def test_a_schedule_is_told_whole_within_the_range() -> None:
    found = surveyed(*DESKS, overlap="30m")
    assert (found.key, found.id, found.title) == ("schedule:watch", "watch", "Desk watch")
    assert (found.start, found.end, found.begins) == (MONDAY, MONDAY + 7 * DAY, MONDAY)
    assert (found.overlap, found.shifts) == (1800, ("early", "late", "again"))
    assert found.numbers[:3] == (
        Number(MONDAY, MONDAY + 6 * HOUR, 1),
        Number(MONDAY + 6 * HOUR, MONDAY + 8 * HOUR, 2),
        Number(MONDAY + 8 * HOUR, MONDAY + 14 * HOUR + 1800, 1),
    )
    assert [one.start for one in found.watches] == sorted(one.start for one in found.watches)
    assert {one.shift for one in found.watches} == {"early", "late", "again"}
    assert all(MONDAY <= one.start < one.end <= found.end for one in (*found.watches, *found.leads))
    assert all(MONDAY <= one.at < found.end for one in found.handovers)
    assert {one.member for one in found.loads} == {one.member for one in found.watches}


def test_holes_are_those_of_the_range_and_those_ahead_of_400_days_at_least() -> None:
    desk = row("day", "Europe/Dublin", "08:00-20:00")
    found = surveyed(desk, end=MONDAY + DAY)
    night = Span(MONDAY + 20 * HOUR, MONDAY + DAY)
    assert found.holes == (Span(MONDAY, MONDAY + 8 * HOUR), night)
    assert (found.open, len(found.ahead)) == ((), 401)
    assert found.until == MONDAY + 400 * DAY
    longer = surveyed(desk, end=MONDAY + 500 * DAY)
    assert (longer.until, longer.ahead) == (longer.end, longer.holes)


def test_where_nobody_is_promised_nobody_is_missing_but_the_time_is_open() -> None:
    found = surveyed(row("day", "Europe/Dublin", "08:00-20:00"), end=MONDAY + DAY, cover="office")
    assert found.holes == ()
    assert found.open == (
        Span(MONDAY, MONDAY + 8 * HOUR),
        Span(MONDAY + 20 * HOUR, MONDAY + DAY),
    )
    short = surveyed(row("day", "Europe/Dublin", "10:00-20:00"), end=MONDAY + DAY, cover="office")
    assert short.holes == (Span(MONDAY + 9 * HOUR, MONDAY + 10 * HOUR),)
    assert short.open == (
        Span(MONDAY, MONDAY + 9 * HOUR),
        Span(MONDAY + 20 * HOUR, MONDAY + DAY),
    )


def test_the_thinnest_handover_is_looked_for_ahead_of_the_range() -> None:
    found = surveyed(
        row("a", "Europe/Dublin", "08:00-16:00"),
        row("b", "Asia/Kolkata", "20:00-23:00"),
        end=MONDAY + DAY,
    )
    assert [one.together for one in found.handovers if one.judged] == [5400]
    # In summer the day in Dublin ends an hour earlier for Kolkata.
    assert found.thinnest and found.thinnest.at > found.end
    assert found.thinnest.together == 1800


def test_a_schedule_that_has_not_begun_says_when_it_does() -> None:
    later = row("day", "Europe/Dublin", "08:00-20:00", **{"from": "2026-12-20"})
    found = surveyed(later, end=MONDAY + DAY)
    assert found.begins == at("2026-12-20T08:00") and found.numbers == ()


def test_places_are_the_hubs_and_then_the_towns_of_other_zones() -> None:
    found = surveyed(*DESKS, row("utc", "UTC", "06:00-08:00"), row("far", "Asia/Tokyo", "24h"))
    assert found.places == (
        Place("Dublin", "Europe/Dublin"),
        Place("Los Angeles", "America/Los_Angeles"),
        Place("Tokyo", "Asia/Tokyo"),
    )


def test_holidays_are_those_of_calendars_that_are_named_or_keep_the_time_of_a_shift() -> None:
    found = surveyed(*DESKS)
    assert [(off.day.day, off.name, off.calendars, off.estimated) for off in found.holidays] == [
        (7, "First", ("bureau",), False),
        (9, "A day", ("arcade", "bureau", "castle"), True),
        (13, "Last", ("bureau",), False),
    ]
    promised = surveyed(row("day", "UTC", "24h"), cover="depot")
    assert [(off.name, off.calendars) for off in promised.holidays] == [("Elsewhere", ("depot",))]


def test_a_holiday_of_the_last_local_day_is_in_the_range_and_of_the_next_is_not() -> None:
    desk = row("day", "America/Los_Angeles", "24h")
    for hours, expected in ((8, 0), (9, 1)):
        found = surveyed(desk, end=MONDAY + 2 * DAY + hours * HOUR)
        assert len(found.holidays) == expected
    exactly = surveyed(desk, end=MONDAY + 2 * DAY + 8 * HOUR + 1)
    assert [off.name for off in exactly.holidays] == ["A day"]


def test_what_is_promised_is_said_in_words() -> None:
    desk = row("day", "Europe/Dublin", "08:00-20:00")
    assert surveyed(desk).promise == "somebody at every minute"
    assert surveyed(desk, cover="office").promise == "somebody while `office` is open"
    assert surveyed(desk, cover="gone").promise == (
        "somebody while `gone` is open, which is not there"
    )
    assert surveyed(desk, cover="as-listed").promise == "the listed hours."
    limited = surveyed(desk, cover="as-listed", limits="No nights.")
    assert limited.promise == "the listed hours. No nights."


def test_a_vendor_is_told_whole_within_the_range() -> None:
    documents = smallest.data()
    documents |= {f"calendar:{one['id']}": one for one in CALENDARS}
    one = vendor(
        site("krakow", "Europe/Dublin", "06:00-22:00", "pl", "en"),
        site("porto", "Europe/Dublin", "08:00-22:00", "pl"),
        site("porto", "Europe/Dublin", "08:00-20:00", "de"),
    )
    found = survey(smallest.book(documents), one, MONDAY, MONDAY + DAY)
    assert (found.id, found.overlap, found.begins, found.end) == (
        *("vendor-one", 0, MONDAY),
        MONDAY + DAY,
    )
    assert found.places == (Place("Krakow", "Europe/Dublin"), Place("Porto", "Europe/Dublin"))
    assert found.open == (
        Span(MONDAY, MONDAY + 6 * HOUR),
        Span(MONDAY + 22 * HOUR, MONDAY + DAY),
    )
    assert found.numbers == (
        Number(MONDAY + 6 * HOUR, MONDAY + 8 * HOUR, 2),
        Number(MONDAY + 8 * HOUR, MONDAY + 20 * HOUR, 3),
        Number(MONDAY + 20 * HOUR, MONDAY + 22 * HOUR, 2),
    )
    assert len(found.ahead) == 401
    assert [off.name for off in found.holidays] == ["First"]
    assert [off.calendars for off in found.holidays] == [("bureau",)]
    assert found.promise == (
        "every language of its sites at every minute, but for the gaps that it states"
    )
    assert isinstance(found.holidays[0], Off)


def test_a_gap_counts_for_its_own_language_at_a_site_that_is_there() -> None:
    gaps = (
        {"language": "pl", "site": "krakow", "hours": "22:00-24:00"},
        {"language": "en", "site": "elsewhere", "hours": "24h"},
    )
    languages = ("pl", "en", "aa", "zz", "mm")
    one = vendor(site("krakow", "UTC", "06:00-22:00", *languages), gaps=gaps)
    found = {told.language: told for told in language_holes(one, MONDAY, MONDAY + DAY)}
    assert list(found) == sorted(languages)
    morning, night = Span(MONDAY, MONDAY + 6 * HOUR), Span(MONDAY + 22 * HOUR, MONDAY + DAY)
    assert found["pl"].unstated == (morning,)
    for other in ("en", "aa"):
        assert found[other].holes == found[other].unstated == (morning, night)
