"""Schedules resolved to watches: each trap by hand, and against the oracle by chance."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline import oracle
from tests.timeline.build import ZONES, at, calendar, schedule, shift
from tests.timeline.test_calendars import hours, minutes, places
from watchbill.model.time import Calendar, Schedule
from watchbill.timeline.oncall import holes, on_call, promised
from watchbill.timeline.shifts import cover, watches
from watchbill.timeline.spans import total
from watchbill.timeline.zones import moment

DAY = 86_400


def listed(watch: Schedule, start: str, end: str, **calendars: Calendar) -> list[str]:
    """The watches as texts in UTC."""
    return [
        f"{one.member} {moment(one.start):%d %H:%M}-{moment(one.end):%d %H:%M}"
        for one in watches(watch, calendars, at(start), at(end))
    ]


def swap(member: str, start: str, end: str, shift: str = "all") -> dict[str, str]:
    """An override between two instants in UTC."""
    return {
        "from": f"{start}:00Z",
        "to": f"{end}:00Z",
        "shift": shift,
        "member": member,
        "reason": "Swap",
    }


def test_a_pager_of_a_week_changes_at_its_handover_on_the_wall_clock() -> None:
    watch = schedule(shift("Europe/Dublin", handover="10:00", **{"from": "2027-03-15"}))
    assert listed(watch, "2027-03-14T00:00", "2027-04-05T09:00") == [
        "a 15 10:00-22 10:00",
        "b 22 10:00-29 09:00",
        "c 29 09:00-05 09:00",
    ]


def test_a_handover_in_a_gap_is_the_first_instant_after_it() -> None:
    watch = schedule(shift("Europe/Dublin", handover="01:30", turn="1d", **{"from": "2027-03-27"}))
    assert listed(watch, "2027-03-27T12:00", "2027-03-29T00:00") == [
        "a 27 12:00-28 01:00",
        "b 28 01:00-29 00:00",
    ]


def test_a_handover_in_the_repeated_hour_is_its_first_occurrence() -> None:
    watch = schedule(shift("Europe/Dublin", handover="01:30", turn="1d", **{"from": "2026-10-24"}))
    assert listed(watch, "2026-10-24T12:00", "2026-10-26T00:00") == [
        "a 24 12:00-25 00:30",
        "b 25 00:30-26 00:00",
    ]


def test_before_the_first_turn_nobody_is_on_watch() -> None:
    watch = schedule(shift("UTC", handover="08:00", **{"from": "2026-02-02"}))
    assert listed(watch, "2026-02-01T00:00", "2026-02-02T08:00") == []
    assert listed(watch, "2026-02-01T00:00", "2026-02-02T09:00") == ["a 02 08:00-02 09:00"]


def test_turns_of_a_month_keep_to_the_last_day() -> None:
    watch = schedule(shift("UTC", turn="1mo", **{"from": "2026-01-31"}))
    assert listed(watch, "2026-01-31T00:00", "2026-04-01T00:00") == [
        "a 31 00:00-28 00:00",
        "b 28 00:00-31 00:00",
        "c 31 00:00-01 00:00",
    ]


@pytest.mark.parametrize(
    ("turn", "days"), [("1mo", 30.44), ("5mo", 152.2), ("1y", 365.25), ("2y", 730.5)]
)
def test_long_turns_are_counted_from_the_anchor_however_far_it_lies(turn: str, days: float) -> None:
    members = [f"m{number:03}" for number in range(200)]
    watch = schedule(shift("UTC", turn=turn, members=members, **{"from": "2026-11-15"}))
    end = at("2042-01-01T00:00")
    whole = watches(watch, {}, at("2026-01-01T00:00"), end)
    assert len(whole) == pytest.approx((end - at("2026-11-15T00:00")) / DAY / days, abs=1)
    assert [one.member for one in whole] == members[: len(whole)]
    for one in whole:
        for instant in (one.start, one.end - 1):
            assert [now.member for now in on_call(watch, {}, instant)] == [one.member]


def test_a_turn_of_no_length_never_ends() -> None:
    watch = schedule(shift("UTC", turn="0d"))
    assert listed(watch, "2026-02-01T00:00", "2027-02-01T00:00") == ["a 01 00:00-01 00:00"]


def test_an_override_beats_the_shift_while_it_lasts_and_the_later_entry_wins() -> None:
    swaps = [
        swap("x", "2026-01-06T06:00", "2026-01-06T18:00"),
        swap("y", "2026-01-06T12:00", "2026-01-07T00:00"),
        swap("z", "2026-01-06T12:00", "2026-01-06T13:00", shift="other"),
    ]
    watch = schedule(shift("UTC", "08:00-20:00"), overrides=swaps)
    assert listed(watch, "2026-01-06T00:00", "2026-01-07T12:00") == [
        "x 06 08:00-06 12:00",
        "y 06 12:00-06 20:00",
        "a 07 08:00-07 12:00",
    ]


def test_a_stand_in_takes_over_the_standing_of_the_watch() -> None:
    stand_in = swap("x", "2026-01-06T14:00", "2026-01-06T16:00")
    late = shift("UTC", "12:00-20:00", id="late", members=["d"])
    watch = schedule(shift("UTC", "08:00-20:00"), late, overrides=[stand_in])
    assert [one.member for one in on_call(watch, {}, at("2026-01-06T15:00"))] == ["d", "x"]


def test_the_watch_that_began_last_leads_and_of_two_the_one_listed_first() -> None:
    early = shift("UTC", "06:00-14:00", id="early", members=["e"])
    late = shift("UTC", "12:00-20:00", id="late", members=["l"])
    twin = shift("UTC", "12:00-20:00", id="twin", members=["t"])
    watch = schedule(early, late, twin)

    def leaders(hour: str) -> list[str]:
        return [one.member for one in on_call(watch, {}, at(f"2026-01-06T{hour}"))]

    assert leaders("11:59") == ["e"]
    assert leaders("12:00") == ["l", "t", "e"]
    assert leaders("14:00") == ["l", "t"]
    assert leaders("20:00") == []


def test_a_pager_that_began_days_ago_does_not_lead_over_the_desk_of_today() -> None:
    pager = shift("UTC", id="pager", members=["p", "q"], **{"from": "2026-01-01"})
    desk = shift("UTC", "08:00-16:00", id="desk", members=["d"])
    found = on_call(schedule(pager, desk), {}, at("2026-01-06T09:00"))
    assert [(one.member, one.began) for one in found] == [
        ("d", at("2026-01-06T08:00")),
        ("p", at("2026-01-01T00:00")),
    ]


def test_a_pager_for_weekends_and_holidays_takes_over_where_the_desk_is_off() -> None:
    office = calendar("Europe/Dublin", ("mon-fri", "09:00-17:00"), holidays=("2026-12-25",))
    desk = shift("Europe/Dublin", id="desk", days="mon-fri", holidays="off", calendar="office")
    pager = shift(
        "Europe/Dublin",
        id="pager",
        days=["sat", "sun", "holiday"],
        members=["p"],
        turn="7d",
        calendar="office",
    )
    watch = schedule(desk, pager)
    found = watches(watch, {"office": office}, at("2026-12-24T00:00"), at("2026-12-28T12:00"))
    assert [(one.shift, f"{moment(one.start):%d}-{moment(one.end):%d}") for one in found] == [
        ("desk", "24-25"),
        ("pager", "25-28"),
        ("desk", "28-28"),
    ]
    assert holes(watch, {"office": office}, at("2026-12-01T00:00"), at("2027-02-01T00:00")) == ()


def hubs() -> Schedule:
    return schedule(
        shift("Asia/Singapore", "08:00-17:00", id="apac"),
        shift("Europe/Dublin", "08:00-17:00", id="emea"),
        shift("America/Chicago", "09:30-18:30", id="amer"),
    )


def test_the_naive_rota_of_three_hubs_has_its_hole_on_476_of_730_days() -> None:
    start = at("2026-11-24T00:00")
    found = holes(hubs(), {}, start, start + 730 * DAY)
    assert {span.length for span in found} == {1800}
    assert len(found) == 476


def test_what_is_promised_is_every_minute_or_the_open_time_of_a_calendar_or_nothing() -> None:
    office = calendar("UTC", ("every-day", "09:00-17:00"))
    start, end = at("2026-01-06T00:00"), at("2026-01-07T00:00")

    def gaps(cover: str) -> int:
        watch = schedule(shift("UTC", "10:00-16:00"), cover=cover)
        return total(holes(watch, {"office": office}, start, end)) // 3600

    assert (gaps("24x7"), gaps("office"), gaps("as-listed"), gaps("unknown")) == (18, 2, 0, 0)
    assert promised(schedule(shift("UTC")), {}, end, start) == ()


def test_cover_is_the_merged_time_of_all_watches() -> None:
    found = cover(watches(hubs(), {}, at("2026-06-02T00:00"), at("2026-06-03T00:00")))
    assert total(found) == DAY - 1800


@st.composite
def shifts(draw: st.DrawFn, zone: str, first: Any, number: int) -> dict[str, Any]:
    days = draw(
        st.one_of(
            st.sampled_from(["every-day", "mon-fri", "sat-sun"]),
            st.lists(st.sampled_from([*oracle.WEEK, "holiday"]), min_size=1, unique=True),
        )
    )
    anchor = first - timedelta(days=draw(st.integers(-2, 40)))
    return shift(
        zone if draw(st.booleans()) else draw(st.sampled_from(ZONES)),
        draw(hours),
        id=f"s{number}",
        days=days,
        members=["a", "b", "c"][: draw(st.integers(1, 3))],
        turn=draw(st.sampled_from(["7d", "1d", "3d", "12h", "36h", "1mo", "0d"])),
        holidays=draw(st.sampled_from(["work", "off"])),
        calendar=draw(st.sampled_from(["office", None])),
        handover=draw(st.one_of(st.none(), minutes)),
        **{"from": str(anchor)},
    )


@settings(max_examples=40, deadline=None)
@given(places(), st.data())
def test_every_minute_around_a_change_has_the_members_that_the_oracle_names(
    place: tuple[str, int], data: st.DataObject
) -> None:
    zone, start = place
    end = start + 50 * 3600
    first = oracle.local(zone, start).date()
    off = tuple(str(first + timedelta(days=day)) for day in range(data.draw(st.integers(0, 2))))
    office = calendar(zone, ("mon-fri", "09:00-17:00"), holidays=off)
    rows = [
        data.draw(shifts(zone, first, number)) for number in range(data.draw(st.integers(1, 2)))
    ]
    swaps = [
        swap(
            f"stand-in-{number}",
            f"{moment(start + 60 * data.draw(st.integers(0, 2000))):%Y-%m-%dT%H:%M}",
            f"{moment(start + 60 * data.draw(st.integers(500, 3000))):%Y-%m-%dT%H:%M}",
            data.draw(st.sampled_from(["s0", "s1"])),
        )
        for number in range(data.draw(st.integers(0, 2)))
    ]
    watch, known = schedule(*rows, overrides=swaps), {"office": office}
    found = watches(watch, known, start, end)
    minutes = range(start, end, 60)
    for instant, expected in zip(minutes, oracle.on_watch(watch, known, minutes), strict=True):
        names = sorted(f"{o.shift} {o.member}" for o in found if o.start <= instant < o.end)
        assert names == expected, moment(instant).isoformat()


@pytest.mark.parametrize("zone", ZONES)
def test_who_is_on_call_does_not_depend_on_the_range_that_is_asked_for(zone: str) -> None:
    watch = schedule(
        shift(zone, handover="09:30", turn="36h"), shift(zone, "22:15-06:45", id="night")
    )
    start = at("2026-10-20T00:00")
    whole = watches(watch, {}, start, start + 20 * DAY)
    for instant in range(start, start + 20 * DAY, 7 * 3600 + 60):
        now = [one for one in whole if one.start <= instant < one.end]
        asked = on_call(watch, {}, instant)
        assert {(o.shift, o.member, o.began) for o in asked} == {
            (o.shift, o.member, o.began) for o in now
        }
