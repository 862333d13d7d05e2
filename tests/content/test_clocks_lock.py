"""The committed record of clocks knows every zone of the book, and the locked tz database agrees with it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from watchbill.load.library import load
from watchbill.model.book import Book
from watchbill.timeline.zones import DAY, seconds
from watchbill.upkeep.clocks import Record, as_text, moved, read, zones_of

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def record() -> Record:
    return read((ROOT / "clocks.lock").read_text("utf-8"))


@pytest.fixture(scope="module")
def book() -> Book:
    return load([str(ROOT)], now=NOW, cached=False).book


def test_it_is_as_the_tools_write_it(record: Record) -> None:
    assert as_text(record) == (ROOT / "clocks.lock").read_text("utf-8")


def test_it_knows_every_zone_of_the_book(record: Record, book: Book) -> None:
    assert set(zones_of(book)) - record.clocks.keys() == set()


def test_the_locked_database_moves_no_clock_unseen(record: Record, book: Book) -> None:
    # Where it does: `watchbill upkeep --known clocks.lock` says what that changes, `--write-known` accepts it.
    start = seconds(NOW)
    assert list(moved(record, zones_of(book), start, start + 1000 * DAY)) == []
