"""Changes of hands told whole: giver, taker, their shifts and the time together, at and beyond the range."""

from typing import Any

from tests.timeline.build import at, calendar, schedule, shift
from tests.timeline.test_schedules import swap
from watchbill.model.time import Schedule
from watchbill.model.types import parse_duration
from watchbill.timeline.cover import Cover, Handover, Number, cover_of, people, presence
from watchbill.timeline.oncall import holes, promised
from watchbill.timeline.shifts import Watch, watches
from watchbill.timeline.spans import Span, total

HOUR, DAY = 3600, 86_400


def clock(hour: int, day: int = 2) -> int:
    """An hour of a day of March 2026, of which the second is a Monday."""
    return at(f"2026-03-{day:02}T00:00") + hour * HOUR


def desk(id: str, hours: str, member: str, **fields: Any) -> dict[str, Any]:
    return shift("UTC", hours, id=id, members=[member], **fields)


def over(watch: Schedule, start: int = clock(0), end: int = clock(24)) -> Cover:
    return cover_of(watch, {}, start, end)


def test_the_first_and_the_last_of_a_day_are_handed_from_nobody_and_to_nobody() -> None:
    watch = schedule(
        desk("night", "01:00-02:00", "n"),
        desk("a", "08:00-12:00", "x"),
        desk("b", "11:00-15:00", "y"),
    )
    assert over(watch).handovers == (
        Handover(clock(1), "", 0, "n", 0, 0),
        Handover(clock(2), "n", 0, "", 0, 0),
        Handover(clock(8), "", 1, "x", 1, 0),
        Handover(clock(11), "x", 1, "y", 2, HOUR),
        Handover(clock(15), "y", 2, "", 2, 0),
    )


def test_a_stand_in_changes_hands_without_any_time_together() -> None:
    watch = schedule(
        desk("a", "08:00-16:00", "x"),
        overrides=[swap("z", "2026-03-02T10:00", "2026-03-02T12:00", "a")],
    )
    assert over(watch).handovers[1:3] == (
        Handover(clock(10), "x", 0, "z", 0, 0, swap=True),
        Handover(clock(12), "z", 0, "x", 0, 0, swap=True),
    )


def test_watches_that_only_meet_have_not_a_second_together() -> None:
    watch = schedule(desk("a", "08:00-12:00", "x"), desk("b", "12:00-16:00", "y"))
    assert over(watch).handovers[1] == Handover(clock(12), "x", 0, "y", 1, 0)


def test_two_watches_that_begin_together_are_two_though_one_outlasts_the_other() -> None:
    watch = schedule(desk("a", "08:00-12:00", "x"), desk("b", "08:00-16:00", "y"))
    assert over(watch).handovers[1] == Handover(clock(12), "x", 0, "y", 1, 4 * HOUR)


def test_whoever_is_there_in_two_shifts_was_there_from_the_first_to_the_last() -> None:
    watch = schedule(
        desk("long", "08:00-18:00", "x"),
        desk("short", "12:00-14:00", "x"),
        desk("next", "13:00-20:00", "y"),
    )
    assert over(watch).handovers[1] == Handover(clock(13), "x", 1, "y", 2, 5 * HOUR)
    watch = schedule(
        shift("UTC", id="pager", members=["p"], turn="0d"),
        desk("morning", "08:00-12:00", "x"),
        desk("noon", "12:00-18:00", "x"),
    )
    assert over(watch).handovers[-1] == Handover(clock(18), "x", 2, "p", 0, 10 * HOUR)


def test_a_watch_whose_first_hours_another_stood_is_as_long_as_ever() -> None:
    watch = schedule(
        shift("UTC", id="pager", members=["p"], turn="0d"),
        desk("desk", "08:00-16:00", "x"),
        overrides=[swap("z", "2026-03-02T08:00", "2026-03-02T10:00", "desk")],
    )
    assert over(watch).handovers[-1] == Handover(clock(16), "x", 1, "p", 0, 8 * HOUR)


def test_the_thinnest_handover_has_the_least_time_together_and_is_the_earliest_of_equals() -> None:
    watch = schedule(
        desk("a", "08:00-12:00", "x"),
        desk("b", "10:00-14:00", "y"),
        desk("c", "13:00-18:00", "x"),
        desk("d", "17:00-20:00", "y"),
    )
    found = over(watch)
    assert [one.together // HOUR for one in found.handovers if one.judged] == [2, 1, 1]
    assert found.thinnest and found.thinnest.at == clock(13)


def test_a_handover_where_the_range_begins_is_in_it_and_one_where_it_ends_is_not() -> None:
    watch = schedule(desk("a", "08:00-12:00", "x"), desk("b", "11:00-15:00", "y"))
    assert [one.at for one in over(watch, clock(11), clock(15)).handovers] == [clock(11)]
    assert [one.at for one in over(watch, clock(8), clock(11)).handovers] == [clock(8)]


def test_watches_that_begin_or_end_days_away_are_known_whole() -> None:
    late = desk("late", "12:00-12:00", "y", days=["mon", "tue", "wed", "thu"])
    watch = schedule(desk("early", "24h", "x", days=["mon", "tue", "wed"]), late)
    found = over(watch, clock(12), clock(13))
    assert [one.together for one in found.handovers] == [60 * HOUR]


def test_a_promised_overlap_of_days_is_looked_for_as_far_as_it_reaches() -> None:
    late = desk("late", "20:00-20:00", "y", days="mon-fri")
    watch = schedule(desk("early", "24h", "x", days="mon-fri"), late)
    longer = watch.model_copy(update={"overlap": parse_duration("4d")})
    found = over(longer, clock(20), clock(21))
    assert [one.together for one in found.handovers] == [100 * HOUR]


def test_the_watches_of_a_range_are_those_that_touch_it_in_order_of_its_beginning() -> None:
    watch = schedule(
        desk("first", "08:00-12:00", "x"),
        desk("long", "06:00-20:00", "y"),
        desk("short", "07:00-13:00", "z"),
        desk("next", "20:00-22:00", "x"),
    )
    found = over(watch, clock(12), clock(20)).watches
    assert found == watches(watch, {}, clock(12), clock(20))
    assert [one.member for one in found] == ["z", "y"]


def test_a_schedule_has_begun_when_any_of_its_shifts_has_though_the_day_is_free() -> None:
    week = desk("week", "24h", "x", days="mon-fri")
    weekend = desk("weekend", "24h", "y", days="sat-sun", **{"from": "2026-04-01"})
    found = over(schedule(week, weekend), clock(0, 1), clock(0, 3))
    assert found.start == clock(0, 1) and found.holes == (Span(clock(0, 1), clock(0, 2)),)


def test_a_schedule_begins_with_its_first_turn_though_its_first_watch_is_days_later() -> None:
    week = desk("week", "24h", "x", days="mon-fri", **{"from": "2026-03-07"})
    found = over(schedule(week), clock(0, 7), clock(0, 10))
    assert found.start == clock(0, 7) and total(found.holes) == 2 * DAY


def test_an_empty_range_promises_nobody_and_lacks_nobody() -> None:
    watch = schedule(desk("a", "08:00-12:00", "x"))
    assert promised(watch, {}, clock(0), clock(0)) == holes(watch, {}, clock(0), clock(0)) == ()


def test_people_are_told_by_name_and_counted_from_change_to_change() -> None:
    found = [
        Watch(0, 10, 0, 0, "a", "y"),
        Watch(0, 20, 0, 1, "b", "x"),
        Watch(10, 30, 10, 0, "a", "z"),
        Watch(25, 30, 25, 1, "b", "z"),
        Watch(40, 50, 40, 0, "a", "y"),
    ]
    assert people(found) == (Number(0, 20, 2), Number(20, 30, 1), Number(40, 50, 1))
    assert list(presence(found).items()) == [
        ("x", (Span(0, 20),)),
        ("y", (Span(0, 10), Span(40, 50))),
        ("z", (Span(10, 30),)),
    ]


def test_one_who_stands_in_twice_in_a_row_stands_one_watch() -> None:
    twice = [
        swap("z", "2026-03-02T10:00", "2026-03-02T12:00", "a"),
        swap("z", "2026-03-02T12:00", "2026-03-02T14:00", "a"),
        swap("q", "2026-03-02T16:00", "2026-03-02T18:00", "a"),
        swap("q", "2026-03-02T06:00", "2026-03-02T08:00", "a"),
    ]
    watch = schedule(desk("a", "08:00-16:00", "x"), overrides=twice)
    found = watches(watch, {}, clock(0), clock(24))
    assert [(one.member, one.start, one.end) for one in found] == [
        ("x", clock(8), clock(10)),
        ("z", clock(10), clock(14)),
        ("x", clock(14), clock(16)),
    ]


def test_a_list_of_days_that_does_not_name_holidays_is_not_kept_on_them() -> None:
    office = calendar("UTC", ("mon-fri", "24h"), holidays=("2026-03-03",))
    row = desk("a", "08:00-12:00", "x", days=["mon"], calendar="office")
    found = watches(schedule(row), {"office": office}, clock(0), clock(0, 6))
    assert [one.start for one in found] == [clock(8)]
