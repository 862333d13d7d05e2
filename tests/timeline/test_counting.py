"""Counting rules of law, by hand and against a walk day by day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.build import at, calendar
from watchbill.model.types import parse_duration
from watchbill.timeline.counting import Rule, business_days_after, ends, months_after, works

BRUSSELS = calendar(
    "Europe/Brussels",
    ("mon-fri", "24h"),
    holidays=("2026-12-25", "2027-01-01", "2027-03-29", "2027-05-06", "2027-05-17"),
)
EU = Rule("eu-1182-71", "Europe/Brussels", BRUSSELS)
DAYS = Rule("calendar-days", "Europe/Dublin")
WORK = Rule("business-days", "Europe/Brussels", BRUSSELS)
MONTHS = Rule("months", "UTC")


def counted(start, period, rule):
    found = ends(at(start), parse_duration(period), rule)
    return tuple(datetime.fromtimestamp(instant, UTC).isoformat()[:16] for instant in found)


# Each case: the event, the period, what we work to, what the law allows at the latest (all UTC).
BY_HAND = [
    # Elapsed: real minutes, whatever the wall clock does; a day is 24 hours.
    ("2027-03-28T00:30", "1h", Rule(), "2027-03-28T01:30", "2027-03-28T01:30"),
    ("2027-03-27T12:00", "3d", Rule(), "2027-03-30T12:00", "2027-03-30T12:00"),
    # Elapsed months keep the date and the time of day.
    ("2026-11-30T10:00", "3mo", Rule(), "2027-02-28T10:00", "2027-02-28T10:00"),
    # Calendar days: the same time of day, although Dublin's clock went forward in between.
    ("2027-03-26T09:00", "3d", DAYS, "2027-03-29T08:00", "2027-03-29T23:00"),
    # An elapsed day is 24 hours in every zone, on the day that has 23 of them, too.
    (
        "2027-03-27T12:00",
        "1d",
        Rule("elapsed", "Europe/Dublin"),
        "2027-03-28T12:00",
        "2027-03-28T12:00",
    ),
    # So many days of a law that counts working days are working days.
    ("2026-12-24T15:00", "2d", WORK, "2026-12-29T15:00", "2026-12-29T23:00"),
    # Hours under calendar days are hours.
    ("2027-03-26T09:00", "36h", DAYS, "2027-03-27T21:00", "2027-03-27T21:00"),
    # Ten working days across Christmas: 21 22 23 24 28 29 30 31 December, 4 5 January.
    ("2026-12-18T15:00", "10bd", WORK, "2027-01-05T15:00", "2027-01-05T23:00"),
    # An event at a weekend: Monday is the first working day.
    ("2026-12-05T15:00", "1bd", WORK, "2026-12-07T15:00", "2026-12-07T23:00"),
    # Months end on the same date, or on the month's last day.
    ("2026-08-31T10:00", "6mo", MONTHS, "2027-02-28T10:00", "2027-03-01T00:00"),
    ("2028-02-29T10:00", "1y", MONTHS, "2029-02-28T10:00", "2029-03-01T00:00"),
    # Art 3(1): the hour of the event is not counted, and hours never roll over.
    ("2026-12-25T10:20", "24h", EU, "2026-12-26T10:20", "2026-12-26T11:00"),
    ("2026-12-25T10:00", "72h", EU, "2026-12-28T10:00", "2026-12-28T11:00"),
    # A period in minutes knows no hour of the event.
    ("2026-12-25T10:20", "90m", EU, "2026-12-25T11:50", "2026-12-25T11:50"),
    # Art 3(1): the day of the event is not counted; Wednesday and 7 days end with Wednesday.
    ("2026-12-02T10:00", "7d", EU, "2026-12-09T10:00", "2026-12-09T23:00"),
    # Art 3(4): a period that ends on a Saturday ends with the Monday.
    ("2026-12-05T10:00", "7d", EU, "2026-12-12T10:00", "2026-12-14T23:00"),
    # Art 3(4): on a holiday that is a Friday, it ends with the Monday after.
    ("2026-12-10T10:00", "15d", EU, "2026-12-25T10:00", "2026-12-28T23:00"),
    # Art 3(5): two days from Thursday hold one working day; the second is Monday.
    ("2026-12-03T10:00", "2d", EU, "2026-12-05T10:00", "2026-12-07T23:00"),
    # Art 3(5): three days from Friday hold Monday only; the second working day is Tuesday.
    ("2026-12-04T10:00", "3d", EU, "2026-12-07T10:00", "2026-12-08T23:00"),
    # One day needs no two working days.
    ("2026-12-07T10:00", "1d", EU, "2026-12-08T10:00", "2026-12-08T23:00"),
    # Art 3(5): two days from Friday roll to Monday, and the second working day is Tuesday.
    ("2026-12-04T10:00", "2d", EU, "2026-12-06T10:00", "2026-12-08T23:00"),
    # Three days from 23 December hold 24 December only; Saturday rolls, and Monday is the second.
    ("2026-12-23T10:00", "3d", EU, "2026-12-26T10:00", "2026-12-28T23:00"),
    # Months roll over, too: 1 May 2027 is a Saturday.
    ("2027-04-01T10:00", "1mo", EU, "2027-05-01T10:00", "2027-05-03T22:00"),
    # Five working days under the Regulation.
    ("2026-12-18T15:00", "5bd", EU, "2026-12-28T15:00", "2026-12-28T23:00"),
    # The event falls on the next local day already.
    ("2026-12-01T23:30", "7d", EU, "2026-12-08T23:30", "2026-12-09T23:00"),
]


@pytest.mark.parametrize(("start", "period", "rule", "operate_by", "legal_latest"), BY_HAND)
def test_a_period_ends_as_counted_by_hand(start, period, rule, operate_by, legal_latest):
    assert counted(start, period, rule) == (operate_by, legal_latest)


def test_a_period_of_one_working_day_need_not_hold_two_of_them():
    assert counted("2026-12-04T10:00", "1bd", EU) == ("2026-12-07T10:00", "2026-12-07T23:00")


def test_no_second_is_added_where_no_hour_is_left_out():
    start = at("2026-12-25T10:20")
    for period, rule in (("90m", EU), ("36h", DAYS), ("0h", EU)):
        length = parse_duration(period)
        assert ends(start, length, rule) == (start + length.amount, start + length.amount)


def test_a_month_that_holds_one_working_day_ends_with_the_second():
    mondays = calendar(
        "UTC", (["mon"], "24h"), holidays=("2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21")
    )
    rule = Rule("eu-1182-71", "UTC", mondays)
    assert counted("2026-11-28T10:00", "1mo", rule) == ("2026-12-28T10:00", "2027-01-05T00:00")


def test_the_working_days_of_a_calendar_are_those_on_which_it_opens():
    amman = calendar("Asia/Amman", ("sun-thu", "09:00-17:00"))
    assert [works(amman, date(2026, 12, day)) for day in (3, 4, 5, 6)] == [True, False, False, True]


def test_without_a_calendar_monday_to_friday_are_working_days():
    assert [works(None, date(2026, 12, day)) for day in (4, 5, 6, 7)] == [True, False, False, True]


def test_a_calendar_that_opens_on_holidays_only_counts_monday_to_friday():
    odd = calendar("UTC", (("holiday",), "24h"))
    assert works(odd, date(2026, 12, 4)) and not works(odd, date(2026, 12, 5))


def test_a_local_day_that_is_skipped_is_no_trap():
    apia = Rule("calendar-days", "Pacific/Apia")
    assert counted("2011-12-29T20:00", "1d", apia) == ("2011-12-30T10:00", "2011-12-30T10:00")


# Against a walk that shares nothing with the engine.

PERIODS = st.sampled_from(["1d", "2d", "3d", "7d", "15d", "1bd", "5bd", "14bd", "1mo", "6mo", "1y"])
INSTANTS = st.integers(at("2026-01-01") // 60, at("2028-06-01") // 60).map(
    lambda minute: datetime.fromtimestamp(minute * 60, UTC)
)
HOLIDAYS = {date(2026, 12, 25), date(2027, 1, 1), date(2027, 3, 29)} | {
    *(date(2027, 5, 6), date(2027, 5, 17))
}


def at_work(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def naive_latest(moment, period):
    """Art 3 as a person goes through it, day by day on a wall calendar."""
    event = moment.astimezone(ZoneInfo("Europe/Brussels")).date()
    number, unit = int("".join(filter(str.isdigit, period))), period.lstrip("0123456789")
    days = [event]
    if unit == "d":
        days += [event + timedelta(n) for n in range(1, number + 1)]
    elif unit == "bd":
        while sum(map(at_work, days[1:])) < number:
            days.append(days[-1] + timedelta(1))
    else:
        months = number * (12 if unit == "y" else 1)
        year, month = divmod(event.month - 1 + months, 12)
        goal = (event.year + year, month + 1)
        while (days[-1].year, days[-1].month) != goal or days[-1].day != event.day:
            if (days[-1] + timedelta(1)).month != days[-1].month and (
                (days[-1].year, days[-1].month) == goal
            ):
                break
            days.append(days[-1] + timedelta(1))
    if unit in ("mo", "y") or number >= 2:
        while sum(map(at_work, days[1:])) < 2:
            days.append(days[-1] + timedelta(1))
    while not at_work(days[-1]):
        days.append(days[-1] + timedelta(1))
    return datetime.combine(
        days[-1] + timedelta(1), datetime.min.time(), ZoneInfo("Europe/Brussels")
    )


@given(INSTANTS, PERIODS)
def test_article_3_agrees_with_a_walk_on_a_wall_calendar(moment, period):
    found = ends(int(moment.timestamp()), parse_duration(period), EU)
    assert found.legal_latest == int(naive_latest(moment, period).timestamp())


RULES = st.sampled_from(
    [
        *(Rule(), Rule("calendar-days", "America/Los_Angeles"), Rule("months", "Europe/London")),
        *(EU, WORK),
    ]
)
LENGTHS = st.sampled_from(["90m", "36h", "1d", "2d", "3d", "7d", "5bd", "1mo", "3mo", "1y"])


@given(INSTANTS, LENGTHS, RULES)
def test_what_we_work_to_is_never_later_than_the_law_allows(moment, period, rule):
    start = int(moment.timestamp())
    found = ends(start, parse_duration(period), rule)
    assert start < found.operate_by <= found.legal_latest


@given(INSTANTS, INSTANTS, LENGTHS, RULES)
def test_a_later_event_never_ends_a_period_earlier(one, other, period, rule):
    first, second = sorted((int(one.timestamp()), int(other.timestamp())))
    early, late = (ends(start, parse_duration(period), rule) for start in (first, second))
    assert early.legal_latest <= late.legal_latest
    # In the hour that comes twice the wall clock goes back, and so may what hangs on it.
    assert early.operate_by <= late.operate_by + 3600 * (rule.name != "elapsed")


@given(INSTANTS, PERIODS, st.sets(st.dates(date(2026, 1, 1), date(2029, 6, 1)), max_size=6))
def test_a_further_holiday_never_ends_a_period_earlier(moment, period, days):
    start, length = int(moment.timestamp()), parse_duration(period)
    more = calendar(
        "Europe/Brussels",
        ("mon-fri", "24h"),
        holidays=tuple(str(day) for day in sorted(days | HOLIDAYS)),
    )
    before, after = ends(start, length, EU), ends(start, length, EU._replace(calendar=more))
    assert before.legal_latest <= after.legal_latest
    assert before.operate_by <= after.operate_by


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.integers(0, 40), st.integers(0, 40))
def test_working_days_add_up(day, first, second):
    whole = business_days_after(day, first + second, BRUSSELS)
    assert business_days_after(business_days_after(day, first, BRUSSELS), second, BRUSSELS) == whole


@given(st.dates(date(1971, 1, 1), date(2100, 1, 1)), st.integers(0, 240))
def test_months_keep_the_date_or_take_the_last_of_the_month(day, months):
    found = months_after(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found + timedelta(1)).day == 1
