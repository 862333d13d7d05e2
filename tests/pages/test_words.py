from datetime import date, datetime

import pytest

from watchbill.model.types import parse_duration
from watchbill.pages.words import after, every, later, length, moment


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("90s", "1 min 30 s"),
        ("1h30m", "1 h 30 min"),
        ("0m", "0 min"),
        ("1d", "1 day"),
        ("2bd", "2 business days"),
    ],
)
def test_lengths_of_time_read_as_words(written: str, said: str) -> None:
    assert length(parse_duration(written)) == said


def test_no_length_says_nothing() -> None:
    assert length(None) == ""
    assert after(parse_duration("0m")) == "at once"


@pytest.mark.parametrize(
    ("start", "every", "due"),
    [
        (date(2026, 11, 2), "90d", date(2027, 1, 31)),
        (date(2026, 8, 31), "6mo", date(2027, 2, 28)),
        (date(2028, 2, 29), "1y", date(2029, 2, 28)),
        (date(2026, 11, 27), "2bd", date(2026, 12, 1)),
    ],
)
def test_a_review_falls_due_on_the_calendar(start: date, every: str, due: date) -> None:
    assert later(start, parse_duration(every)) == due


def test_a_rhythm_of_one_is_told_without_a_number() -> None:
    told = [every(parse_duration(one)) for one in ("1mo", "3mo", "1d", "7d", "1h", "90s")]
    assert told == [
        *("every month", "every 3 months", "every day", "every 7 days"),
        *("every 1 h", "every 1 min 30 s"),
    ]


def test_a_moment_is_told_on_the_clock_on_which_it_was_written() -> None:
    told = [
        moment(datetime.fromisoformat(f"2026-11-20T09:00:00{zone}"))
        for zone in ("+00:00", "+05:30", "-08:00")
    ]
    assert told == [
        "2026-11-20 09:00 UTC",
        "2026-11-20 09:00 (UTC+05:30)",
        "2026-11-20 09:00 (UTC-08:00)",
    ]
