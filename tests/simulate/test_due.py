"""When periods end for all starts at once is when each one ends: laws and targets, over changes of the clocks."""

import pytest

from tests import smallest
from tests.simulate.build import book
from tests.timeline.build import at
from watchbill.model.time import Calendar
from watchbill.model.types import parse_duration
from watchbill.simulate.limits import Goal
from watchbill.simulate.promises import due_at
from watchbill.simulate.proof.due import fixed, lifted, target
from watchbill.simulate.proof.people import People
from watchbill.timeline.counting import Rule, ends
from watchbill.timeline.track import NEVER
from watchbill.timeline.zones import at_wall

HOUR, DAY = 3600, 86400
ZONES = ("Europe/Dublin", "Australia/Lord_Howe", "America/St_Johns", "UTC")
# Over a change of the clocks in each of the zones; the horizon is behind all that is asked.
BEGINS = ("2026-10-01T00:00", "2027-03-12T00:00")
PERIODS = (
    *(("calendar-days", within) for within in ("1d", "3d")),
    *(("business-days", within) for within in ("1bd", "2bd", "2d")),
    *(("months", within) for within in ("1mo", "2mo", "1y")),
    *(("eu-1182-71", within) for within in ("1d", "2bd", "1mo")),
)


def calendar(zone: str, *hours: tuple[str, str], holidays: tuple[str, ...] = ()) -> Calendar:
    data = smallest.data()
    data["calendar:office"] |= {
        "timezone": zone,
        "hours": [{"days": days, "hours": open_} for days, open_ in hours],
        "holidays": [{"date": day, "name": "Off"} for day in holidays],
    }
    found = smallest.book(data).get(Calendar, "office")
    assert found
    return found


OFFICES = (
    (("mon-fri", "09:00-17:00"),),
    (("every-day", "07:30-12:00"), ("sun-thu", "20:00-02:00")),
    (("every-day", "24h"),),
)


def people(begin: str, days: int = 45) -> People:
    return People(book(), at(begin), days)


def instants(who: People, zone: str, *edges: int) -> list[int]:
    """Every few hours; the local midnights, and other edges, with the seconds around them."""
    days = range(who.start // DAY, who.end // DAY + 1)
    marks = (*edges, *(at_wall(zone, day * DAY) for day in days))
    near = (one + step for one in marks for step in (-1, 0, 1))
    every = range(who.start, who.end, 145 * 60)
    return sorted({*every, *(one for one in near if who.start <= one < who.end)})


def assert_lasts(due, starts):
    """It lasts what it is said to last at least, before anybody works out how long."""
    assert due.at_least <= min(due.track.at(start) - start for start in starts)


@pytest.mark.parametrize("begin", BEGINS)
@pytest.mark.parametrize("zone", ZONES)
def test_a_period_of_days_or_months_ends_when_it_ends_for_each_start(zone, begin):
    who = people(begin)
    off = calendar(zone, *OFFICES[0], holidays=("2026-10-26", "2027-03-29"))
    for name, within in PERIODS:
        period, rule = parse_duration(within), Rule(name, zone, off)
        assert fixed(period, rule) is None
        track = lifted(who, period, rule).track
        assert track is lifted(who, period, rule).track
        wrong = [
            start
            for start in instants(who, zone)
            if track.at(start) != ends(start, period, rule).operate_by
        ]
        assert wrong == [], (name, within)
        assert_lasts(lifted(who, period, rule), instants(who, zone))


@pytest.mark.parametrize(
    ("within", "days"),
    [
        # The shortest of each, less two days for what changes of clocks and of zones may take.
        *(("1d", 0), ("2d", 0), ("3d", 1), ("5bd", 3), ("2bd", 0)),
        *(("1mo", 26), ("2mo", 54), ("1y", 363), ("2y", 728)),
    ],
)
def test_how_long_a_period_lasts_at_least_is_known_before_it_is_worked_out(within, days):
    who = people(BEGINS[0])
    name = "business-days" if within.endswith("bd") else "calendar-days"
    rule = Rule(name, "UTC", calendar("UTC", *OFFICES[0]))
    assert lifted(who, parse_duration(within), rule).at_least == days * DAY


@pytest.mark.parametrize(("within", "seconds"), [("9h", 9 * HOUR), ("2bd", 0), ("5d", 3 * DAY)])
def test_how_long_a_target_in_a_calendar_lasts_at_least(within, seconds):
    who, office = people(BEGINS[0]), calendar("UTC", *OFFICES[0])
    _, due = target(who, Goal(parse_duration(within), office))
    assert due
    assert due.at_least == seconds


def test_periods_of_two_calendars_are_two():
    who = people(BEGINS[0])
    open_, off = (
        calendar("UTC", *OFFICES[0], holidays=days) for days in ((), ("2026-10-06", "2026-10-07"))
    )
    off = off.model_copy(update={"id": "other"})
    begin, day = at("2026-10-05T10:00"), parse_duration("1bd")
    for office, last in ((open_, "2026-10-06"), (off, "2026-10-08")):
        rule = Rule("business-days", "UTC", office)
        assert lifted(who, day, rule).track.at(begin) == ends(begin, day, rule).operate_by
        _, due = target(who, Goal(day, office))
        assert due
        assert due.track.at(begin) == at(f"{last}T10:00")


@pytest.mark.parametrize("begin", BEGINS)
@pytest.mark.parametrize("hours", OFFICES, ids=("office", "split", "always"))
@pytest.mark.parametrize("zone", ZONES[1:3])
def test_a_target_in_a_calendar_is_due_when_it_is_due_for_each_start(zone, hours, begin):
    who = people(begin, 12)
    office = calendar(zone, *hours, holidays=("2026-10-05", "2027-03-15"))
    edges = [edge for span in who.open(office) for edge in span]
    for within in ("30m", "9h", "0bd", "1bd", "2d"):
        goal = Goal(parse_duration(within), office)
        period, due = target(who, goal)
        assert period is None
        assert due
        wrong = [
            start
            for start in instants(who, zone, *edges)
            if due.track.at(start) != due_at(goal, start)
        ]
        assert wrong == [], within
        assert_lasts(due, instants(who, zone, *edges))


def test_a_target_in_real_time_is_a_length_or_a_number_of_months():
    who = people(BEGINS[0])
    lengths = {"45m": 45 * 60, "2d": 2 * DAY, "5h": 5 * HOUR}
    for within, length in lengths.items():
        assert target(who, Goal(parse_duration(within), None)) == (length, None)
    period, due = target(who, Goal(parse_duration("1mo"), None))
    assert period is None
    assert due
    for start in instants(who, "UTC"):
        assert due.track.at(start) == due_at(Goal(parse_duration("1mo"), None), start)


def test_a_target_in_a_calendar_that_never_opens_again_is_never_due():
    who = people(BEGINS[0])
    last = [
        f"2026-{month}-{day:02}" for month in (10, 11, 12) for day in range(1, 32 - (month == 11))
    ]
    rest = [f"2027-{month:02}-{day:02}" for month in (1, 2, 3, 4) for day in range(1, 29)]
    open_ = calendar("UTC", ("mon-fri", "09:00-17:00"), holidays=(*last[6:], *rest))
    for within in ("9h", "1bd"):
        _, due = target(who, Goal(parse_duration(within), open_))
        assert due
        track = due.track
        # Tuesday 6 October is the last day on which it is open, until the end of what is looked at.
        assert track.at(at("2026-10-07T00:00")) >= at("2026-12-31T00:00")
        assert track.at(at("2026-10-05T10:00")) < NEVER
