"""Cover over a range: holes, handovers, who is alone; published cases, laws, and an oracle that steps."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.timeline import cover_oracle, oracle
from tests.timeline.build import ZONES, at, calendar, schedule, shift
from tests.timeline.test_calendars import minutes, places
from tests.timeline.test_schedules import hubs, swap
from watchbill.model.time import Calendar, Schedule
from watchbill.timeline.cover import Cover, cover_of, people
from watchbill.timeline.leads import leads
from watchbill.timeline.shifts import cover as covered
from watchbill.timeline.shifts import shift_time, watches
from watchbill.timeline.spans import common, total
from watchbill.timeline.zones import changes, moment

DAY = 86_400


def over(watch: Schedule, start: str, end: str, **calendars: Calendar) -> Cover:
    return cover_of(watch, calendars, at(start), at(end))


def changes_of(found: Cover) -> list[str]:
    """The handovers as texts in UTC, with the minutes together."""
    return [
        f"{moment(one.at):%d %H:%M} {one.giver or '-'}>{one.taker or '-'} {one.together // 60}"
        + (" swap" if one.swap else "")
        for one in found.handovers
    ]


def test_the_naive_rota_of_three_hubs_has_a_hole_of_30_minutes_on_476_of_730_days() -> None:
    start = at("2026-12-01T00:00")
    found = cover_of(hubs(), {}, start, start + 730 * DAY).holes
    assert {hole.length for hole in found} == {1800}
    assert len({moment(hole.start).date() for hole in found}) == len(found) == 476


def test_a_weekend_pager_on_one_wall_clock_leaves_31_holes_of_30_minutes() -> None:
    hours = {"days": "mon-fri", "from": "2026-11-02"}
    watch = schedule(
        shift("Asia/Singapore", "07:30-17:00", id="apac", **hours),
        shift("Europe/Dublin", "08:00-17:30", id="emea", **hours),
        shift("America/Los_Angeles", "08:00-17:30", id="amer", **hours),
        shift("Europe/Dublin", "24h", id="pager", days="sat-sun", **{"from": "2026-11-02"}),
    )
    found = over(watch, "2026-11-23T00:00", "2027-12-28T00:00").holes
    assert len(found) == 31
    assert {hole.length for hole in found} == {1800}
    assert {oracle.local("Europe/Dublin", hole.start).strftime("%a %H:%M") for hole in found} == {
        "Mon 00:00"
    }
    assert moment(found[0].start).isoformat() == "2027-03-28T23:00:00+00:00"


def test_hubs_that_overlap_hand_over_when_the_next_begins() -> None:
    watch = schedule(
        shift("UTC", "08:00-17:00", id="early", members=["e"]),
        shift("UTC", "16:00-09:00", id="late", members=["l"]),
    )
    found = over(watch, "2026-03-02T12:00", "2026-03-04T00:00")
    assert changes_of(found) == ["02 16:00 e>l 60", "03 08:00 l>e 60", "03 16:00 e>l 60"]
    assert found.thinnest and found.thinnest.at == at("2026-03-02T16:00")
    assert (found.holes, total(found.single)) == ((), 33 * 3600)


def test_watches_that_only_meet_have_no_time_together() -> None:
    watch = schedule(shift("UTC", turn="1d", members=["a", "b"], **{"from": "2026-03-01"}))
    assert changes_of(over(watch, "2026-03-02T12:00", "2026-03-04T12:00")) == [
        "03 00:00 b>a 0",
        "04 00:00 a>b 0",
    ]


def test_whoever_goes_on_in_another_shift_hands_nothing_over() -> None:
    watch = schedule(
        shift("UTC", "08:00-12:00", id="morning", members=["a"]),
        shift("UTC", "12:00-18:00", id="noon", members=["a"]),
        shift("UTC", "17:00-20:00", id="evening", members=["b"]),
    )
    assert changes_of(over(watch, "2026-03-02T00:00", "2026-03-03T00:00")) == [
        "02 08:00 ->a 0",
        "02 17:00 a>b 60",
        "02 20:00 b>- 0",
    ]


def test_a_pager_behind_a_desk_was_there_all_the_time() -> None:
    watch = schedule(
        shift("UTC", id="pager", members=["p"], turn="0d"),
        shift("UTC", "08:00-16:00", id="desk", members=["d"]),
    )
    found = over(watch, "2026-03-02T00:00", "2026-03-03T00:00")
    assert changes_of(found) == ["02 08:00 p>d 480", "02 16:00 d>p 480"]


def test_a_swap_is_no_handover_between_watches() -> None:
    swaps = [swap("x", "2026-03-02T10:00", "2026-03-02T12:00")]
    watch = schedule(shift("UTC", "08:00-16:00", members=["a"]), overrides=swaps)
    found = over(watch, "2026-03-02T00:00", "2026-03-03T00:00")
    assert changes_of(found) == [
        "02 08:00 ->a 0",
        "02 10:00 a>x 0 swap",
        "02 12:00 x>a 0 swap",
        "02 16:00 a>- 0",
    ]
    assert found.thinnest is None


def test_a_stand_in_for_the_last_hour_takes_nothing_from_the_overlap() -> None:
    swaps = [swap("x", "2026-03-02T16:00", "2026-03-02T17:00", shift="early")]
    watch = schedule(
        shift("UTC", "08:00-17:00", id="early", members=["e"]),
        shift("UTC", "16:00-23:00", id="late", members=["l"]),
        overrides=swaps,
    )
    found = over(watch, "2026-03-02T12:00", "2026-03-02T22:00")
    assert changes_of(found) == ["02 16:00 e>l 60"]


def test_a_schedule_that_has_not_begun_is_looked_at_from_its_first_watch_on() -> None:
    watch = schedule(shift("UTC", "08:00-24:00", members=["a"], **{"from": "2026-03-05"}))
    found = over(watch, "2026-03-02T00:00", "2026-03-07T00:00")
    assert found.start == at("2026-03-05T08:00")
    assert [moment(hole.start).isoformat() for hole in found.holes] == ["2026-03-06T00:00:00+00:00"]


def test_a_shift_that_begins_later_than_the_others_leaves_its_hole() -> None:
    watch = schedule(
        shift("UTC", days="mon-fri", id="week"),
        shift("UTC", days="sat-sun", id="weekend", **{"from": "2026-03-14"}),
    )
    found = over(watch, "2026-03-02T00:00", "2026-03-20T00:00")
    assert [hole.length for hole in found.holes] == [2 * DAY]


def test_before_a_schedule_begins_it_has_no_hole_and_without_a_watch_nothing_else() -> None:
    later = schedule(shift("UTC", **{"from": "2027-03-05"}))
    assert total(over(later, "2026-03-02T00:00", "2026-03-07T00:00").holes) == 0
    never = schedule(shift("UTC", days=["holiday"]))
    assert total(over(never, "2026-03-02T00:00", "2026-03-07T00:00").holes) == 5 * DAY


def test_two_seats_are_two_people_and_one_person_on_two_seats_is_one() -> None:
    seats = [shift("UTC", "08:00-16:00", id=id, members=[who]) for id, who in ("xa", "yb", "zb")]
    found = over(schedule(*seats), "2026-03-02T00:00", "2026-03-03T00:00")
    assert [(one.people, one.end - one.start) for one in people(found.watches)] == [(2, 8 * 3600)]


# By chance, against the oracle.


@dataclass(frozen=True)
class Case:
    watch: Schedule
    office: Calendar
    start: int

    @property
    def calendars(self) -> dict[str, Calendar]:
        return {"office": self.office}

    @property
    def end(self) -> int:
        return self.start + 36 * 3600


@st.composite
def cases(draw: st.DrawFn) -> Case:
    zone, start = draw(places())
    office = calendar(zone, ("every-day", "06:00-20:00"))
    rows: list[dict[str, Any]] = [
        shift(
            zone if draw(st.booleans()) else draw(st.sampled_from(ZONES)),
            draw(st.one_of(st.just("24h"), st.tuples(minutes, minutes).map("-".join))),
            id=f"s{number}",
            days=draw(st.sampled_from(["every-day", "every-day", "mon-fri", "sat-sun"])),
            members=[f"{number}a", "b", f"{number}c"][: draw(st.integers(1, 3))],
            turn=draw(st.sampled_from(["1d", "12h", "36h", "2d"])),
            handover=draw(st.one_of(st.none(), minutes)),
            **{"from": str(oracle.local(zone, start - draw(st.integers(5, 9)) * DAY).date())},
        )
        for number in range(draw(st.integers(1, 3)))
    ]
    swaps = [
        swap(
            draw(st.sampled_from(["b", "x"])),
            f"{moment(start + 60 * draw(st.integers(-600, 1500))):%Y-%m-%dT%H:%M}",
            f"{moment(start + 60 * draw(st.integers(500, 2600))):%Y-%m-%dT%H:%M}",
            "s0",
        )
        for _ in range(draw(st.integers(0, 1)))
    ]
    cover = draw(st.sampled_from(["24x7", "24x7", "office", "as-listed"]))
    return Case(schedule(*rows, cover=cover, overrides=swaps), office, start)


@settings(max_examples=20, deadline=None)
@given(cases())
def test_every_minute_has_the_people_the_lead_and_the_holes_that_the_oracle_steps_out(
    case: Case,
) -> None:
    found = cover_of(case.watch, case.calendars, case.start, case.end)
    stepped = cover_oracle.minutes(case.watch, case.calendars, case.start, case.end)
    assume(found.start == case.start)
    alone = {t for span in found.single for t in range(*span, 60)}
    missing = {t for hole in found.holes for t in range(*hole, 60)}
    lead = {t: one.member for one in found.leads for t in range(one.start, one.end, 60)}
    on = {t: {(w.shift, w.member) for w in found.watches if w.start <= t < w.end} for t in stepped}
    for instant, minute in stepped.items():
        assert on[instant] == minute.on, moment(instant)
        assert lead.get(instant, "") == minute.lead, moment(instant)
        assert (instant in missing) == (minute.promised and not minute.on), moment(instant)
        assert (instant in alone) == (len({who for _, who in minute.on}) == 1), moment(instant)
    changed = {b for a, b in pairwise(sorted(stepped)) if stepped[a].lead != stepped[b].lead}
    assert {one.at for one in found.handovers} - {case.start} == changed


@settings(max_examples=40, deadline=None)
@given(cases())
def test_who_leads_is_constant_between_listed_handovers_and_the_watches_fill_the_windows(
    case: Case,
) -> None:
    found = cover_of(case.watch, case.calendars, case.start, case.end)
    edges = [case.start, *(one.at for one in found.handovers), case.end]
    for start, end in pairwise(sorted(set(edges))):
        asked = {
            leads(watches(case.watch, case.calendars, t, t + 1))[0].member
            if watches(case.watch, case.calendars, t, t + 1)
            else ""
            for t in (start, (start + end) // 2, end - 1)
        }
        assert len(asked) == 1
    kept = common(found.promised, covered(found.watches))
    assert total(found.promised) == total(found.holes) + total(kept)
    for row, one in enumerate(case.watch.shifts):
        mine = [w for w in found.watches if w.row == row]
        window = total(shift_time(one, case.calendars, case.start, case.end))
        assert sum(w.end - w.start for w in mine) == window
    assert sum((n.end - n.start) for n in people(found.watches)) == total(covered(found.watches))


@pytest.mark.parametrize("zone", ZONES)
def test_a_week_later_is_the_same_a_week_later_away_from_changes_of_the_clock(zone: str) -> None:
    watch = schedule(
        shift(zone, "07:30-17:00", id="day", members=list("abcdefg"), turn="1d"),
        shift(zone, "16:00-08:15", id="night", members=["n"], turn="7d"),
    )
    near = [instant for year in (2026, 2027) for instant, _ in changes(zone, year)]
    start = next(
        first
        for first in range(at("2026-06-01T00:00"), at("2027-03-01T00:00"), DAY)
        if not any(first - 5 * DAY < one < first + 20 * DAY for one in near)
    )
    first = cover_of(watch, {}, start, start + 7 * DAY)
    later = cover_of(watch, {}, start + 7 * DAY, start + 14 * DAY)
    assert [(h.start + 7 * DAY, h.end + 7 * DAY) for h in first.holes] == list(later.holes)
    moved = [one._replace(at=one.at + 7 * DAY) for one in first.handovers]
    assert moved == list(later.handovers)
