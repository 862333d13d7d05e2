"""Edges of shifts at a change of the clock: each kind by hand, and against a walk over the wall clock."""

from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline import oracle
from tests.timeline.build import at, calendar, schedule, shift
from tests.timeline.test_calendars import minutes, places
from watchbill.model.time import Shift
from watchbill.timeline.edges import Edge, Jump, edges_at, jumps
from watchbill.timeline.zones import changes, moment

DAY = 86_400
SPRING = at("2027-03-28T01:00")
MINUTE = timedelta(minutes=1)


def told(row: dict[str, Any], start: str = "2027-03-01", end: str = "2027-12-01") -> list[str]:
    """The edges of a shift in a range as texts, on its wall clock."""
    one = schedule(row).shifts[0]
    return [
        f"{edge.kind} {shown(edge.reading):%d %b %H:%M}"
        for jump in jumps(one.timezone, at(f"{start}T00:00"), at(f"{end}T00:00"))
        for edge in edges_at(one, {}, jump)
    ]


def shown(reading: int) -> datetime:
    return moment(reading).replace(tzinfo=None)


def test_a_change_of_the_clock_lies_in_the_range_that_begins_with_it_and_in_no_that_ends_there() -> (
    None
):
    (spring, _), (autumn, _) = changes("Europe/Dublin", 2027)
    assert spring == SPRING
    skipped = Jump(spring, at("2027-03-28T01:00"), at("2027-03-28T02:00"), skipped=True)
    twice = Jump(autumn, at("2027-10-31T01:00"), at("2027-10-31T02:00"), skipped=False)
    assert list(jumps("Europe/Dublin", spring, autumn)) == [skipped]
    assert list(jumps("Europe/Dublin", spring + 1, autumn + 1)) == [twice]
    assert list(jumps("Europe/Dublin", at("2026-12-01T00:00"), spring + 1)) == [skipped]


def test_the_first_minute_that_is_skipped_is_an_edge_and_the_first_that_comes_again_is_none() -> (
    None
):
    assert told(shift("Europe/Dublin", "01:00-02:00")) == [
        "begins 28 Mar 01:00",
        "begins 31 Oct 01:00",
    ]
    assert told(shift("Europe/Dublin", "02:00-01:00")) == ["ends 28 Mar 01:00", "ends 31 Oct 01:00"]
    assert told(shift("Europe/Dublin", "02:00-00:59")) == []


def test_a_midnight_is_an_edge_only_where_the_day_before_or_after_is_free() -> None:
    cairo = ("2026-04-01", "2026-05-01")
    assert told(shift("Africa/Cairo", members=["a"]), *cairo) == []
    week = shift("Africa/Cairo", members=["a"], days=["fri", "sat"])
    assert told(week, *cairo) == ["begins 24 Apr 00:00"]
    week = shift("Africa/Cairo", members=["a"], days=["wed", "thu"])
    assert told(week, *cairo) == ["ends 24 Apr 00:00"]
    assert told(shift("Africa/Cairo", members=["a"], days=["thu", "fri"]), *cairo) == []


def test_a_turn_is_an_edge_where_it_does_not_begin_with_its_window() -> None:
    cairo = ("2026-04-01", "2026-05-01")
    daily = shift("Africa/Cairo", turn="1d")
    assert told(daily, *cairo) == ["turns 24 Apr 00:00"]
    assert told(daily | {"members": ["a", "b"]}, *cairo) == ["turns 24 Apr 00:00"]
    assert told(daily | {"members": ["a"]}, *cairo) == []
    assert told(daily | {"days": ["fri"]}, *cairo) == ["begins 24 Apr 00:00"]
    assert told(daily | {"turn": "7d"}, *cairo) == []
    late = shift("Europe/Dublin", "22:00-06:00", turn="1d", handover="01:30")
    assert told(late, end="2027-06-01") == ["turns 28 Mar 01:30"]
    assert told(late | {"days": ["sun"]}, end="2027-06-01") == []
    assert told(late | {"from": "2027-03-28"}, end="2027-06-01") == ["turns 28 Mar 01:30"]
    assert told(late | {"from": "2027-03-29"}, end="2027-06-01") == []


def test_a_turn_of_hours_that_changes_at_another_time_of_day_than_the_first_is_told() -> None:
    half = shift("Europe/Dublin", turn="12h", handover="13:30", **{"from": "2027-03-01"})
    assert told(half, end="2027-06-01") == ["turns 28 Mar 01:30"]
    assert told(half | {"turn": "24h"}, end="2027-06-01") == []
    assert told(half | {"turn": "15m"}, end="2027-06-01") == [
        f"turns 28 Mar 01:{minute:02}" for minute in (0, 15, 30, 45)
    ]


def test_turns_without_end_change_hands_at_the_first_only() -> None:
    once = shift("Europe/Dublin", turn="0d", handover="01:30", **{"from": "2027-03-28"})
    assert told(once) == ["turns 28 Mar 01:30"]
    assert told(once | {"from": "2027-03-27"}) == []


def test_months_change_hands_on_their_own_day() -> None:
    monthly = shift("Europe/Dublin", turn="1mo", handover="01:30", **{"from": "2026-01-31"})
    assert told(monthly) == ["turns 31 Oct 01:30"]
    assert told(monthly | {"from": "2026-01-28"}) == ["turns 28 Mar 01:30"]
    assert told(monthly | {"turn": "1y", "from": "2024-10-31"}) == ["turns 31 Oct 01:30"]


# A walk over the wall clock, by the minute.


def is_open(row: Shift, off: set[date], now: datetime) -> bool:
    day = oracle.in_window(now, row.hours.start, row.hours.end)
    if day is None:
        return False
    wanted = oracle.names(row.days)
    if day in off and "holiday" not in wanted and row.holidays == "off":
        return False
    return oracle.WEEK[day.weekday()] in wanted or (day in off and "holiday" in wanted)


def walked(row: Shift, off: set[date], jump: Jump) -> set[Edge]:
    at_first = row.handover or f"{row.hours.start // 60:02}:{row.hours.start % 60:02}"
    first = datetime.fromisoformat(f"{row.anchor}T{at_first}")
    turn = timedelta(days=row.turn.amount) if row.turn.unit == "d" else None
    turn = turn or timedelta(seconds=row.turn.amount)
    found = set()
    for reading in range(jump.low, jump.high, 60):
        now = shown(reading)
        before, there = is_open(row, off, now - MINUTE), is_open(row, off, now)
        if there and not before:
            found.add(Edge("begins", reading))
        elif before and not there:
            found.add(Edge("ends", reading))
        changes_ = now >= first and not (now - first) % turn and len(row.members) > 1
        if changes_ and there and before:
            found.add(Edge("turns", reading))
    return found


HOURS = st.one_of(
    st.just("24h"),
    st.just("02:00-02:00"),
    st.just("01:30-01:30"),
    st.sampled_from(["00:30-02:30", "01:00-02:00", "22:00-01:30", "00:00-00:15", "01:45-01:30"]),
    st.tuples(minutes, minutes).map("-".join),
)


@settings(max_examples=100, deadline=None)
@given(places(), HOURS, st.data())
def test_the_edges_are_those_that_a_walk_over_the_wall_clock_meets(
    place: tuple[str, int], hours: str, data: st.DataObject
) -> None:
    zone, near = place
    first = oracle.local(zone, near).date()
    some = st.lists(st.sampled_from([*oracle.WEEK, "holiday"]), min_size=1, unique=True)
    off = {first + timedelta(days=n) for n in data.draw(st.sets(st.integers(-2, 3), max_size=2))}
    office = calendar(zone, ("mon-fri", "24h"), holidays=tuple(sorted(map(str, off))))
    row = shift(
        zone,
        hours,
        days=data.draw(st.one_of(st.just("every-day"), some)),
        members=["a", "b"][: data.draw(st.integers(1, 2))],
        turn=data.draw(st.sampled_from(["1d", "7d", "12h", "36h", "90m"])),
        handover=data.draw(st.one_of(st.none(), st.just("01:30"), st.just("13:30"), minutes)),
        holidays=data.draw(st.sampled_from(["work", "off"])),
        calendar="office",
        **{"from": str(first - timedelta(days=data.draw(st.integers(-2, 20))))},
    )
    one = schedule(row).shifts[0]
    for jump in jumps(zone, near, near + 41 * 3600):
        found = list(edges_at(one, {"office": office}, jump))
        assert len(found) == len(set(found))
        assert set(found) == walked(one, off, jump)
