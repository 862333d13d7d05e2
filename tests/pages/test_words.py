from datetime import date

import pytest

from watchbill.model.types import parse_duration
from watchbill.pages.words import after, later, length


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
