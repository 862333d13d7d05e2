"""A role's people: who leads, how soon they answer, when work is done; against a walk minute by minute."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import at, schedule, shift
from watchbill.model.organization import Team, Vendor
from watchbill.simulate.staff import (
    answer_time,
    answered,
    done,
    hands,
    lead_at,
    opens,
    station,
)
from watchbill.timeline.spans import Span, merged, total

MONDAY = at("2026-12-07T00:00")
HOUR = 3600


def office(**fields):
    return schedule(shift("UTC", "09:00-17:00", days="mon-fri", **fields), cover="as-listed")


def people(plan, start=MONDAY, days=14):
    return station("analyst", plan, {}, start, start + days * 86400)


def test_work_waits_until_the_role_is_open():
    one = people(office())
    assert done(one.spans, MONDAY, 600) == MONDAY + 9 * HOUR + 600


def test_work_pauses_when_the_role_closes_and_goes_on_when_it_opens():
    one = people(office())
    assert done(one.spans, MONDAY + 16 * HOUR, 2 * HOUR) == MONDAY + 34 * HOUR


def test_work_that_ends_with_the_shift_is_done_then_and_not_the_next_morning():
    one = people(office())
    assert done(one.spans, MONDAY + 16 * HOUR, HOUR) == MONDAY + 17 * HOUR


def test_work_of_no_length_still_waits_until_the_role_is_open():
    one = people(office())
    assert done(one.spans, MONDAY, 0) == MONDAY + 9 * HOUR
    assert done(one.spans, MONDAY + 10 * HOUR, 0) == MONDAY + 10 * HOUR


def test_work_passes_to_the_next_shift_without_loss():
    plan = schedule(
        shift("UTC", "00:00-12:00"), shift("UTC", "12:00-24:00", id="late", members=["x"])
    )
    one = people(plan)
    assert done(one.spans, MONDAY + 11 * HOUR, 2 * HOUR) == MONDAY + 13 * HOUR


def test_work_that_the_range_is_too_short_for_has_no_end():
    one = people(office(), days=1)
    assert done(one.spans, MONDAY, 9 * HOUR) is None
    assert opens(one.spans, MONDAY + 17 * HOUR) is None


def test_the_shift_that_began_last_leads_and_answers_in_its_own_time():
    plan = schedule(
        shift("UTC", "08:00-18:00", members=["early"]),
        shift("UTC", "09:00-12:00", id="b", members=["late"], answers_within="10m"),
    )
    one = people(plan)
    assert [lead_at(one, MONDAY + hour * HOUR).member for hour in (8, 9, 11, 12)] == [
        *("early", "late", "late", "early")
    ]
    assert answer_time(one, MONDAY + 8 * HOUR) == 120
    assert answer_time(one, MONDAY + 9 * HOUR) == 600
    assert answer_time(one, MONDAY) is None


def test_a_role_called_while_closed_answers_from_its_next_open_minute():
    one = people(office(answers_within="10m"))
    assert answered(one, MONDAY) == MONDAY + 9 * HOUR + 600
    assert answered(one, MONDAY + 10 * HOUR) == MONDAY + 10 * HOUR + 600
    assert answered(one, MONDAY + 13 * 86400) is None


def test_two_shifts_of_one_person_are_not_two_people():
    plan = schedule(
        shift("UTC", "08:00-12:00", members=["a"]),
        shift("UTC", "10:00-14:00", id="b", members=["a"]),
        shift("UTC", "13:00-15:00", id="c", members=["b"]),
    )
    one = people(plan, days=1)
    assert one.pairs == (Span(MONDAY + 13 * HOUR, MONDAY + 14 * HOUR),)


def test_a_second_role_of_the_same_schedule_takes_two_people_of_it():
    plan = schedule(
        shift("UTC", "08:00-12:00", members=["a"]),
        shift("UTC", "10:00-14:00", id="b", members=["b"]),
    )
    first, second = people(plan, days=1), people(plan, days=1)._replace(role="lead")
    both = (Span(MONDAY + 10 * HOUR, MONDAY + 12 * HOUR),)
    assert hands(first, second) == both
    assert hands(first, None, 2) == both
    assert hands(first) == (Span(MONDAY + 8 * HOUR, MONDAY + 14 * HOUR),)


def test_a_second_role_must_be_open_at_the_same_time():
    first = people(office(), days=1)
    second = people(schedule(shift("UTC", "16:00-20:00")), days=1)._replace(by="schedule:other")
    assert hands(first, second) == (Span(MONDAY + 16 * HOUR, MONDAY + 17 * HOUR),)


def test_a_team_is_taken_as_always_open_and_says_so():
    team = Team.model_validate(
        {"kind": "team", "id": "quality", "title": "Quality", "owner": "quality", "scope": ["Q"]}
    )
    one = people(team, days=1)
    assert one.spans == one.pairs == (Span(MONDAY, MONDAY + 86400),)
    assert answered(one, MONDAY) == MONDAY + 900
    assert one.assumed == (
        "analyst is staffed by team quality, without hours: taken as always open, with two people, "
        "answering within 15 minutes"
    )
    assert not people(office()).assumed


def test_a_vendor_is_open_while_any_of_its_sites_is():
    sites = [
        {"id": "a", "city": "A", "timezone": "UTC", "hours": "08:00-12:00", "seats": 1},
        {"id": "b", "city": "B", "timezone": "UTC", "hours": "11:00-15:00", "seats": 1},
        {"id": "c", "city": "C", "timezone": "UTC", "hours": "20:00-21:00", "seats": 9},
    ]
    vendor = Vendor.model_validate(
        {
            "kind": "vendor",
            "id": "v",
            "title": "V",
            "owner": "v",
            "scope": ["Q"],
            "max_audience": "vendor",
            "incident_notice": "1h",
            "answers_within": "7m",
            "sites": [{**site, "languages": ["en"]} for site in sites],
        }
    )
    one = people(vendor, days=1)
    assert [(span.start - MONDAY, span.end - MONDAY) for span in one.spans] == [
        *((8 * HOUR, 15 * HOUR), (20 * HOUR, 21 * HOUR))
    ]
    assert [(span.start - MONDAY, span.end - MONDAY) for span in one.pairs] == [
        *((11 * HOUR, 12 * HOUR), (20 * HOUR, 21 * HOUR))
    ]
    assert answered(one, MONDAY) == MONDAY + 8 * HOUR + 420


# Against a walk that shares nothing.

SPANS = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 20)), max_size=6).map(
    lambda found: merged((start, start + length) for start, length in found)
)


@given(SPANS, st.integers(0, 100), st.integers(0, 40))
def test_done_agrees_with_counting_every_second(spans, start, takes):
    here = [instant for start_, end in spans for instant in range(start_, end)]
    later = [instant for instant in here if instant >= start]
    ends = [later[0], *(instant + 1 for instant in later)] if later else []
    assert done(spans, start, takes) == (ends[takes] if takes < len(ends) else None)


@given(SPANS, st.integers(0, 100), st.integers(1, 20), st.integers(1, 20))
def test_work_in_two_parts_ends_when_the_whole_does(spans, start, first, second):
    middle = done(spans, start, first)
    whole = done(spans, start, first + second)
    assert whole == (None if middle is None else done(spans, middle, second))


@given(SPANS, st.integers(0, 100), st.integers(0, 40))
def test_done_never_falls_as_the_start_or_the_work_grows(spans, start, takes):
    now = done(spans, start, takes)
    for later in (done(spans, start + 1, takes), done(spans, start, takes + 1)):
        assert later is None or (now is not None and now <= later)


@cache
def rota(zone, hours, other):
    return schedule(
        shift(zone, hours, members=["a", "b"], turn="1d", answers_within="1m"),
        shift("UTC", other, id="second", members=["b", "c", "d"], turn="7d"),
    )


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(["Europe/Dublin", "Australia/Lord_Howe", "Africa/Cairo"]),
    st.sampled_from(["22:00-06:00", "01:30-02:30", "24h"]),
    st.sampled_from(["08:00-16:00", "23:30-00:30"]),
    st.sampled_from(["2027-03-27", "2026-10-24", "2027-04-03", "2026-10-29"]),
)
def test_who_leads_is_who_on_call_puts_first_at_every_quarter_hour(zone, hours, other, day):
    from watchbill.timeline.oncall import on_call

    plan = rota(zone, hours, other)
    start = at(f"{day}T00:00")
    one = station("analyst", plan, {}, start, start + 3 * 86400)
    for instant in range(start, start + 3 * 86400, 900):
        watch = on_call(plan, {}, instant)
        lead = lead_at(one, instant)
        assert (lead.member if lead else None) == (watch[0].member if watch else None)
        assert any(begin <= instant < end for begin, end in one.spans) == bool(watch)
        assert any(begin <= instant < end for begin, end in one.pairs) == (
            len({one.member for one in watch}) > 1
        )
    assert total(one.spans) == sum(lead.end - lead.start for lead in one.leads)
