"""Turns of members by themselves: which touch a range, whole, and how they are told apart at its edges."""

from typing import Any

import pytest

from tests.timeline.build import at, schedule, shift
from watchbill.model.time import Shift
from watchbill.timeline.shifts import watches
from watchbill.timeline.turns import FOREVER, countable, turns
from watchbill.timeline.windows import week_days
from watchbill.timeline.zones import moment

HOUR, DAY = 3600, 86_400


def one(zone: str, **fields: Any) -> Shift:
    return schedule(shift(zone, **fields)).shifts[0]


def listed(shift: Shift, start: str, end: str) -> list[str]:
    """The turns as texts in UTC."""
    return [
        f"{turn.member} {moment(turn.start):%d %H:%M}-{moment(turn.end):%d %H:%M}"
        for turn in turns(shift, at(start), at(end))
    ]


def test_a_turn_that_ends_where_the_range_begins_or_begins_where_it_ends_does_not_touch_it() -> (
    None
):
    daily = one("UTC", turn="1d", handover="09:00", **{"from": "2026-03-01"})
    assert listed(daily, "2026-03-02T09:00", "2026-03-03T09:00") == ["b 02 09:00-03 09:00"]
    assert listed(daily, "2026-03-02T08:59", "2026-03-03T09:01") == [
        "a 01 09:00-02 09:00",
        "b 02 09:00-03 09:00",
        "c 03 09:00-04 09:00",
    ]


def test_turns_that_a_gap_swallows_are_nobodys() -> None:
    brief = one("Europe/Dublin", turn="30m", handover="00:30", **{"from": "2027-03-28"})
    assert listed(brief, "2027-03-28T00:00", "2027-03-28T02:00") == [
        "a 28 00:30-28 01:00",
        "a 28 01:00-28 01:30",
        "b 28 01:30-28 02:00",
    ]


def test_a_turn_of_no_length_is_one_without_end() -> None:
    (found,) = turns(one("UTC", turn="0d", members=["a"]), at("2026-03-01T00:00"), FOREVER)
    assert found == (at("2026-01-05T00:00"), FOREVER, "a")


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Apia", "America/Los_Angeles"])
@pytest.mark.parametrize("turn", ["1mo", "2mo", "1y"])
def test_the_turn_of_a_month_changes_at_its_own_time_of_day_whatever_range_is_asked(
    zone: str, turn: str
) -> None:
    monthly = one(zone, turn=turn, handover="17:30", **{"from": "2026-01-31"})
    whole = turns(monthly, at("2026-01-01T00:00"), at("2030-12-15T00:00"))
    assert len(whole) == {"1mo": 59, "2mo": 30, "1y": 5}[turn]
    for number, found in enumerate(whole):
        assert found.member == "abc"[number % 3]
        assert turns(monthly, found.start, found.end) == (found,)
        assert turns(monthly, found.end - 1, found.end) == (found,)
    utc = one("UTC", turn="1mo", handover="17:30", **{"from": "2026-01-31"})
    assert listed(utc, "2026-02-01T00:00", "2026-03-01T00:00") == [
        "a 31 17:30-28 17:30",
        "b 28 17:30-31 17:30",
    ]


def test_turns_of_an_hour_are_counted_and_shorter_ones_are_not() -> None:
    hour, less = one("UTC", turn="1h"), one("UTC", turn="59m59s")
    assert countable([hour]) and countable([])
    assert not countable([less]) and not countable([hour, less])
    assert not countable([one("UTC", turn="1s")])
    # A turn of no length never ends, and one of days is long.
    assert countable([one("UTC", turn="0s"), one("UTC", turn="1d")])


@pytest.mark.parametrize(
    ("days", "numbers"),
    [
        ("every-day", {0, 1, 2, 3, 4, 5, 6}),
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("mon-sat", {0, 1, 2, 3, 4, 5}),
        ("sat-sun", {5, 6}),
        ("sun-thu", {6, 0, 1, 2, 3}),
        (("wed", "holiday"), {2}),
    ],
)
def test_days_of_the_week_are_counted_from_monday(days: Any, numbers: set[int]) -> None:
    assert week_days(days) == numbers


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Kathmandu", "Pacific/Apia"])
@pytest.mark.parametrize("hours", ["09:00-17:00", "22:00-06:00", "24h", "12:00-12:00"])
def test_a_watch_is_the_same_however_narrow_a_range_shows_it(zone: str, hours: str) -> None:
    desk = schedule(shift(zone, hours, turn="0d", **{"from": "2026-05-25"}))
    start = at("2026-06-01T00:00")
    whole = watches(desk, {}, start, start + 3 * DAY)
    for hour in range(start, start + 3 * DAY, HOUR // 4):
        there = any(found.start <= hour < found.end for found in whole)
        assert bool(watches(desk, {}, hour, hour + 60)) == there
