"""Cover that a change takes away is found in the schedule that changed, and in one whose calendar did."""

import pytest

from tests.diff.build import books
from watchbill.diff.compare import compare
from watchbill.diff.uncovered import Lost, uncovered

DAY = (
    "kind: schedule\nid: watch\nshifts: [{id: all, region: emea, timezone: Europe/Dublin, "
    'hours: "%s", members: [desk-01, desk-02], from: 2026-11-02%s}]\n'
)
ALL = DAY % ("24h", "")


def lost(before: str, after: str) -> tuple[Lost, ...]:
    pair = books(before, after)
    return uncovered(pair, compare(pair).changes)


@pytest.mark.parametrize(
    ("after", "soon", "was"),
    [
        (DAY % ("02:00-24:00", ""), 14 * 120, ("desk-02",)),
        (DAY % ("00:00-23:30", ""), 14 * 30, ("desk-02",)),
        ("kind: schedule\nid: watch\ngone: true\n", 14 * 1440, ("desk-02",)),
    ],
)
def test_hours_that_nobody_stands_any_more_are_lost(
    after: str, soon: int, was: tuple[str, ...]
) -> None:
    (found,) = lost(ALL, after)
    assert (found.schedule, found.soon // 60, found.was) == ("schedule:watch", soon, was)
    assert found.zone == "Europe/Dublin" and found.days == 400


@pytest.mark.parametrize(
    "after",
    [
        ALL,
        ALL.replace("desk-02", "desk-03"),
        ALL + "overlap: 30m\n",
    ],
)
def test_where_somebody_still_is_on_watch_nothing_is_lost(after: str) -> None:
    assert lost(ALL, after) == ()


def test_a_watch_that_is_longer_loses_nothing_and_backwards_it_does() -> None:
    short = DAY % ("08:00-20:00", "")
    assert lost(short, ALL) == ()
    assert lost(ALL, short)[0].soon == 14 * 12 * 3600


def test_a_renamed_schedule_is_the_same_schedule() -> None:
    gone = "kind: schedule\nid: watch\ngone: true\n---\n"
    new = gone + (DAY % ("02:00-24:00", "")).replace("id: watch", "id: rota\nmoved_from: watch")
    (found,) = lost(ALL, new)
    assert (found.schedule, found.soon) == ("schedule:rota", 14 * 7200)


def test_a_holiday_in_the_calendar_is_lost_in_the_schedule_that_is_off_on_it() -> None:
    off = DAY % ("24h", ", calendar: office, holidays: 'off'")
    calm = (
        "kind: calendar\nholidays: "
        "[{date: 2027-01-01, name: New Year}, {date: 2027-03-17, name: Patrick}]\n"
    )
    before = f"{off}---\n{calm.replace(', {date: 2027-03-17, name: Patrick}', '')}"
    (found,) = lost(before, f"{off}---\n{calm}")
    assert (found.soon, found.whole) == (0, 86400)
