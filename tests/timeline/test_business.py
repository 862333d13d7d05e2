"""Business time: by hand, by law, and against a clock that ticks minute by minute."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import at, calendar
from watchbill.timeline.business import (
    breached,
    deadline,
    elapsed,
    next_open,
    passed,
    paused_within,
)
from watchbill.timeline.spans import Span, merged
from watchbill.timeline.turns import FOREVER

HOUR, DAY = 3600, 86400
NINE_TO_FIVE = calendar("UTC", ("mon-fri", "09:00-17:00"), holidays=("2026-12-25",))


def span(start, end):
    return Span(at(start), at(end))


BY_HAND = [
    # Friday 17:00 and eight hours on nine to five: Monday 17:00, not Monday 09:00.
    ("2026-12-04T17:00", 8, (), "2026-12-07T17:00"),
    # Friday 16:00 and four hours: three of them on Monday.
    ("2026-12-04T16:00", 4, (), "2026-12-07T12:00"),
    # Twenty-four hours are three office days.
    ("2026-12-07T09:00", 24, (), "2026-12-09T17:00"),
    # Christmas Day and the weekend do not count.
    ("2026-12-24T16:00", 2, (), "2026-12-28T10:00"),
    # Eight hours that end with the day end then, and not the next morning.
    ("2026-12-07T09:00", 8, (), "2026-12-07T17:00"),
    # Two pauses that overlap take their minutes once, and only those in working time.
    (
        *("2026-12-07T09:00", 4),
        (
            span("2026-12-07T10:00", "2026-12-07T12:00"),
            span("2026-12-07T11:00", "2026-12-07T13:00"),
            span("2026-12-07T18:00", "2026-12-07T23:00"),
        ),
        "2026-12-07T16:00",
    ),
    ("2026-12-05T03:00", 0, (), "2026-12-05T03:00"),
]


@pytest.mark.parametrize(("start", "hours", "pauses", "due"), BY_HAND)
def test_a_deadline_falls_as_counted_by_hand(start, hours, pauses, due):
    assert deadline(at(start), hours * HOUR, NINE_TO_FIVE, pauses) == at(due)


def test_without_a_calendar_real_minutes_count():
    assert deadline(100, 60, None) == 160
    assert deadline(100, 60, None, (Span(110, 120), Span(115, 130))) == 180
    assert elapsed(100, 180, None, (Span(110, 120), Span(115, 130))) == 60


def test_a_pause_is_half_open():
    assert deadline(0, 10, None, (Span(10, 20),)) == 10
    assert deadline(0, 11, None, (Span(10, 20),)) == 21


@pytest.mark.parametrize("office", [NINE_TO_FIVE, calendar("UTC", ("every-day", "24h")), None])
def test_behind_a_pause_that_never_ends_nothing_counts(office):
    ends = (Span(at("2026-12-08T10:00"), FOREVER),)
    early = (span("2026-12-07T12:00", "2026-12-08T09:59"), *ends)
    for hours, pauses, due in ((1, ends, "10:00"), (0.9, early, None)):
        start = at("2026-12-08T09:00")
        assert deadline(start, int(hours * HOUR), office, pauses) == (
            due and at(f"2026-12-08T{due}")
        )
        assert deadline(start, HOUR + 1, office, pauses) is None
    for start in ("2026-12-08T10:00", "2026-12-09T10:00"):
        assert deadline(at(start), 1, office, ends) is None
    assert deadline(at("2026-12-08T09:58"), 60, office, early) == at("2026-12-08T10:00")


def test_a_calendar_that_never_opens_has_no_deadline():
    never = calendar("Africa/Cairo", ((("holiday",)), "09:00-10:00"))
    assert deadline(at("2026-12-07T00:00"), 60, never) is None


def test_a_calendar_that_opens_again_after_months_has_one():
    closed = [date.fromordinal(date(2026, 12, 7).toordinal() + day) for day in range(400)]
    strike = calendar("UTC", ("every-day", "09:00-17:00"), holidays=tuple(map(str, closed)))
    assert deadline(at("2026-12-07T00:00"), 60, strike) == at("2028-01-11T09:01")


def test_a_single_second_counts_when_it_is_open():
    assert deadline(at("2026-12-07T08:59:58"), 1, NINE_TO_FIVE) == at("2026-12-07T09:00:01")
    assert deadline(at("2026-12-07T16:59:59"), 1, NINE_TO_FIVE) == at("2026-12-07T17:00:00")
    assert passed((Span(10, 20),), 0, 1) == 11


def test_where_one_opening_ends_the_next_open_instant_is_the_next_opening():
    spans = (Span(10, 20), Span(30, 40))
    assert [next_open(spans, at) for at in (9, 10, 19, 20, 39, 40)] == [10, 10, 19, 30, 39, None]


def test_a_breach_is_strictly_later():
    assert not breached(100, 100)
    assert breached(101, 100)


def test_paused_time_is_counted_once_and_only_within():
    assert paused_within((Span(0, 10), Span(5, 20)), 8, 15) == 7
    assert paused_within((Span(0, 10),), 20, 20) == 0


def test_an_office_opens_later_in_real_time_when_its_clock_goes_back():
    dublin = calendar("Europe/Dublin", ("every-day", "09:00-17:00"))
    assert deadline(at("2026-10-24T16:00+01:00"), 2 * HOUR, dublin) == at("2026-10-25T10:00+00:00")


# A clock that ticks by the minute, with zoneinfo, and shares nothing with the engine.

ZONES = ["Europe/Dublin", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu"]
DAYS = ["2027-03-26", "2026-10-23", "2026-10-02", "2027-04-02", "2026-12-23"]
HOURS = [("09:00", "17:00"), ("22:00", "06:00"), ("01:30", "02:30")]


def ticks(zone, hours, start, count, pauses):
    """For each of `count` minutes from `start` whether it counts."""
    opens, closes = hours
    found = []
    for instant in range(start, start + count * 60, 60):
        shown = datetime.fromtimestamp(instant, ZoneInfo(zone)).strftime("%H:%M")
        inside = opens <= shown < closes if opens < closes else shown >= opens or shown < closes
        found.append(inside and not any(begin <= instant < end for begin, end in pauses))
    return found


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(ZONES),
    st.sampled_from(DAYS),
    st.sampled_from(HOURS),
    st.integers(0, 2880),
    st.integers(1, 900),
    st.lists(st.tuples(st.integers(0, 4000), st.integers(1, 600)), max_size=3),
)
def test_a_deadline_agrees_with_a_clock_that_ticks(zone, day, hours, offset, target, pauses):
    plan = calendar(zone, ("every-day", f"{hours[0]}-{hours[1]}"))
    start = at(f"{day}T00:00") + offset * 60
    origin = at(f"{day}T00:00")
    spans = [Span(origin + a * 60, origin + (a + b) * 60) for a, b in pauses]
    counted, due = 0, None
    for number, open_ in enumerate(ticks(zone, hours, start, 5760, spans)):
        counted += open_
        if counted == target:
            due = start + (number + 1) * 60
            break
    found = deadline(start, target * 60, plan, spans)
    if due is not None:
        assert found == due
        assert elapsed(start, due, plan, spans) == target * 60
        assert elapsed(start, due - 60, plan, spans) < target * 60


SPANS = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 20)), max_size=6).map(
    lambda found: merged((start, start + length) for start, length in found)
)


@given(SPANS, st.integers(0, 120), st.integers(0, 60))
def test_passed_agrees_with_counting_every_second(spans, start, amount):
    here = [second for begin, end in spans for second in range(begin, end) if second >= start]
    expected = start if not amount else here[amount - 1] + 1 if len(here) >= amount else None
    assert passed(spans, start, amount) == expected
    assert next_open(spans, start) == (here[0] if here else None)


# The laws of a deadline.

INSTANTS = st.integers(at("2026-12-01T00:00"), at("2027-04-10T00:00"))
TARGETS = st.integers(0, 40 * HOUR)
PAUSES = st.lists(
    st.tuples(INSTANTS, st.integers(1, 3 * DAY)).map(lambda one: Span(one[0], sum(one))),
    max_size=3,
)
DUBLIN = calendar("Europe/Dublin", ("mon-fri", "08:30-17:30"), holidays=("2026-12-25",))


@given(INSTANTS, st.integers(0, DAY), TARGETS, st.integers(0, HOUR), PAUSES)
def test_a_deadline_never_falls_as_start_or_target_grows(start, later, target, more, pauses):
    due = deadline(start, target, DUBLIN, pauses)
    assert due <= deadline(start + later, target, DUBLIN, pauses)
    assert due <= deadline(start, target + more, DUBLIN, pauses)


@given(INSTANTS, TARGETS, PAUSES, PAUSES)
def test_a_further_pause_or_a_closing_never_makes_it_earlier(start, target, pauses, more):
    due = deadline(start, target, DUBLIN, pauses)
    assert due <= deadline(start, target, DUBLIN, [*pauses, *more])
    shorter = calendar(
        "Europe/Dublin", ("mon-fri", "09:00-17:00"), holidays=("2026-12-25", "2027-01-01")
    )
    assert due <= deadline(start, target, shorter, pauses)


@given(INSTANTS, TARGETS, TARGETS)
def test_two_parts_end_where_the_whole_does(start, first, second):
    middle = deadline(start, first, DUBLIN)
    assert deadline(start, first + second, DUBLIN) == deadline(middle, second, DUBLIN)


@given(st.integers(at("2027-01-04T00:00"), at("2027-02-20T00:00")), TARGETS)
def test_a_week_later_away_from_changes_everything_is_a_week_later(start, target):
    plan = calendar("Europe/Dublin", ("mon-fri", "08:30-17:30"))
    assert deadline(start + 7 * DAY, target, plan) == deadline(start, target, plan) + 7 * DAY
