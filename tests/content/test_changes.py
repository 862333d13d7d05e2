"""Edits of the shipped book are told as what they are, forwards and backwards, and nothing else is."""

import os
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.content.change_edits import ROWS, Row
from tests.diff.build import edited
from tests.support import ROOT
from watchbill.diff.books import Books
from watchbill.diff.change import Change, Direction
from watchbill.diff.compare import compare
from watchbill.load.document import read_document
from watchbill.load.library import load
from watchbill.load.loaded import Loaded
from watchbill.model.book import Book
from watchbill.model.card import card_of

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
# The documents that rest on each that is edited; WATCHBILL_UPDATE_GOLDEN=1 writes it anew.
GOLDEN = Path(__file__).parent / "affected.yaml"


@cache
def shipped() -> Loaded:
    return load([str(ROOT)], now=NOW, cached=False)


@cache
def expected() -> dict[str, list[str]]:
    found = yaml.safe_load(GOLDEN.read_text("utf-8"))
    return {str(key): list(value) for key, value in found.items()}


def with_edit(row: Row) -> Book:
    """The shipped book with one document edited."""
    book = shipped().book
    old = book.find(row.document)
    assert old is not None
    file = ROOT / book.cards[row.document].file.removeprefix(shipped().roots[0].prefix)
    text = file.read_text("utf-8")
    assert row.old in text, row
    outcome = read_document(text.replace(row.old, row.new, 1).encode(), str(file))
    new = outcome.document
    assert new is not None, outcome.faults
    cards = {**book.cards, row.document: card_of(new, file.name)}
    return Book(cards, lambda key: new if key == row.document else book.find(key), now=NOW)


def there(row: Row) -> tuple[Change, ...]:
    return edited(Books(shipped().book, with_edit(row)), [row.document])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.document} {row.kind} {row.direction}")
def test_an_edit_of_the_shipped_book_is_told_as_what_it_is_and_nothing_else_is(row: Row) -> None:
    found = there(row)
    assert [(one.kind, str(one.direction), one.subject) for one in found] == [
        (row.kind, row.direction, row.document)
    ]
    (back,) = edited(Books(with_edit(row), shipped().book), [row.document])
    # A date that goes forward weighs nothing; whoever sets it back must say why.
    dated = row.kind in ("document/review-date", "obligation/checked-on")
    expected = Direction.UNKNOWN if dated else found[0].direction.mirrored
    assert (back.kind, back.direction) == (row.kind, expected)


def test_there_are_enough_of_each_direction() -> None:
    number = {
        way: sum(row.direction == way for row in ROWS)
        for way in ("weaker", "stronger", "neutral", "unknown")
    }
    assert number["weaker"] >= 60 and number["stronger"] >= 30
    assert number["neutral"] >= 20 and number["unknown"] >= 10


def test_a_book_that_was_not_changed_does_not_differ() -> None:
    assert compare(Books(shipped().book, shipped().book)).changes == ()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.document} {row.kind} {row.direction}")
def test_who_feels_an_edit_is_told_though_the_change_does_not_touch_it(row: Row) -> None:
    assert list(there(row)[0].affects) == expected()[row.document]


def test_what_is_kept_of_who_feels_which_edit_is_of_this_table() -> None:
    if os.environ.get("WATCHBILL_UPDATE_GOLDEN"):
        found = {row.document: list(there(row)[0].affects) for row in ROWS}
        GOLDEN.write_text(yaml.safe_dump(found, sort_keys=True), "utf-8")
        expected.cache_clear()
    assert expected().keys() == {row.document for row in ROWS}


@pytest.mark.parametrize(
    ("document", "feels", "does_not"),
    [
        # No other playbook has this law; all have a limit in the guard bands.
        ("obligation:eu-tco-removal", "playbook:terrorist-removal-order", "playbook:ncii-removal"),
        (
            "service-level:legal-orders",
            "playbook:terrorist-removal-order",
            "playbook:csae-apparent",
        ),
        # Its desk works in one of these, and is called over the matrix by another.
        ("schedule:lert-duty", "playbook:threat-to-life", "playbook:vendor-site-outage"),
        ("vendor:vendor-alder", "playbook:vendor-site-outage", "playbook:csae-apparent"),
        ("harm:csae", "playbook:csae-apparent", "playbook:ncii-removal"),
        ("calendar:dublin-office", "playbook:account-takeover-wave", "harm:csae"),
        ("playbook:terrorist-removal-order", "scenario:tco-dst-night", "playbook:csae-apparent"),
    ],
)
def test_who_rests_on_another_part_of_what_rests_on_it_feels_nothing(
    document: str, feels: str, does_not: str
) -> None:
    row = next(row for row in ROWS if row.document == document)
    found = there(row)[0].affects
    assert feels in found
    assert does_not not in found
