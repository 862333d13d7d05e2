"""A newer library that lists other holidays than the calendar that was taken from it."""

from datetime import date

import pytest

import smallest
from watchbill.cli.holiday_library import taken
from watchbill.edit.holidays import Dated
from watchbill.model.book import Book
from watchbill.upkeep.entry import Urgency
from watchbill.upkeep.holidays import Query, listed_otherwise, queries

OURS = (Dated(date(2026, 12, 25), "Christmas Day"), Dated(date(2027, 12, 25), "Christmas Day"))


def with_source(source: str) -> Book:
    return smallest.book(smallest.overlaid(f"kind: calendar\nsource: '{source}'"))


@pytest.mark.parametrize(
    ("more", "query"),
    [
        (((), ""), Query("0.1", "IE", "", (), (2026, 2027))),
        (
            (("optional", "public"), ""),
            Query("0.1", "IE", "", ("optional", "public"), (2026, 2027)),
        ),
    ],
)
def test_what_the_import_wrote_can_be_asked_again(
    more: tuple[tuple[str, ...], str], query: Query
) -> None:
    found = taken("IE", more[1], (2026, 2027), more[0], date(2026, 11, 23))
    words = found.source.split(" ")
    words[3] = "0.1,"
    assert queries(with_source(" ".join(words))) == {"office": query}


def test_a_part_of_a_country_is_asked_again() -> None:
    words = taken("GB", "ENG", (2026, 2026), (), date(2026, 11, 23)).source.split(" ")
    words[3] = "0.1,"
    assert queries(with_source(" ".join(words)))["office"][1:3] == ("GB", "ENG")


@pytest.mark.parametrize(
    "source",
    [
        "Typed for the test book.",
        "STAND-IN: PyPI library holidays 0.1, Ireland (IE), public holidays; taken on 2026-11-23.",
        "PyPI library holidays 0.1, Ireland (IE), public holidays, days in lieu; taken on 2026-11-23.",
    ],
)
def test_a_source_with_words_of_a_person_is_not(source: str) -> None:
    assert queries(with_source(source)) == {}


def test_the_same_days_say_nothing() -> None:
    assert list(listed_otherwise(smallest.book(), {"office": OURS}, "9", 30)) == []


@pytest.mark.parametrize(
    ("listed", "urgency", "words"),
    [
        (
            (*OURS, Dated(date(2027, 2, 1), "New Day")),
            Urgency.STANDING,
            "holidays 9 lists New Day (2027-02-01), and the calendar does not",
        ),
        (
            (*OURS, Dated(date(2026, 12, 23), "New Day")),
            Urgency.SOON,
            "holidays 9 lists New Day (2026-12-23), and the calendar does not",
        ),
        (
            (),
            Urgency.STANDING,
            "holidays 9 does not list Christmas Day (2026-12-25); 1 more days differ",
        ),
        (OURS[:1], Urgency.STANDING, "holidays 9 does not list Christmas Day (2027-12-25)"),
    ],
)
def test_the_first_day_that_differs_is_told(
    listed: tuple[Dated, ...], urgency: Urgency, words: str
) -> None:
    (one,) = listed_otherwise(smallest.book(), {"office": listed}, "9", 30)
    assert (one.urgency, one.hit.message) == (urgency, words)


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2027, 12, 29), date(2029, 1, 1)])
def test_what_lies_behind_or_far_ahead_is_not_told(day: date) -> None:
    listed = (*OURS, Dated(day, "New Day"))
    assert list(listed_otherwise(smallest.book(), {"office": listed}, "9", 30)) == []
