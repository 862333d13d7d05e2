"""The main line walked: the days of a period, and which states of the book are told of."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.ledger import Ledger
from watchbill.diff.walked import Days, days_of, walked
from watchbill.model.book import Book

PERIOD = Days(date(2026, 11, 5), date(2026, 11, 24))


def law(book: Book) -> tuple[str, ...]:
    return ("obligation:answer-law",) if book.card("obligation:answer-law") else ()


@pytest.fixture
def one(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "book")


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (None, None, ("2025-11-03", "2026-11-02")),
        (None, "2028-02-29", ("2027-03-01", "2028-02-29")),
        (None, "2029-02-28", ("2028-02-29", "2029-02-28")),
        ("2026-01-01", None, ("2026-01-01", "2026-11-02")),
        ("2026-11-02", "2026-11-02", ("2026-11-02", "2026-11-02")),
    ],
)
def test_the_days_of_a_period(
    one: Ledger, first: str | None, last: str | None, days: tuple[str, str]
) -> None:
    one.commit("2026-11-02T23:30:00-00:00")
    ends = (date.fromisoformat(day) if day else None for day in (first, last))
    found = days_of(str(one.folder), *ends)
    assert (str(found.first), str(found.last)) == days


@pytest.mark.parametrize(
    ("made", "based"),
    [
        (["2026-11-04T23:59:59Z"], True),
        (["2026-11-05T00:00:00Z"], False),
        (["2026-11-04T12:00:00Z", "2026-11-24T23:59:59Z", "2026-11-25T00:00:00Z"], True),
    ],
)
def test_a_day_is_whole_and_in_utc(one: Ledger, made: list[str], based: bool) -> None:
    names = []
    for number, when in enumerate(made):
        one.write("answer-law.yaml", "due: ", f"due: {number + 1}")
        names.append(one.commit(when))
    walk = walked(str(one.folder), PERIOD, law)
    assert walk.based is based
    inside = [name for name, when in zip(names, made, strict=True) if when < "2026-11-25"]
    assert [point.mark.name for point in walk.points] == inside
    assert walk.last.name == inside[-1] and walk.newest.name == names[-1]


def test_only_what_is_concerned_makes_a_state(one: Ledger) -> None:
    names = [one.commit("2026-11-02T08:00:00Z")]
    for day, name, old, new in (
        ("06", "vendor-one.yaml", "title: Vendor One", "title: Vendor 1"),
        ("07", "watch.yaml", "answers_within: 2m", "answers_within: 3m"),
        ("08", "agreed.yaml", "title: Who must agree", "title: Who agrees"),
        ("09", "notice.yaml", "title: Answer to a notice", "title: Answer"),
    ):
        one.write(name, old, new)
        names.append(one.commit(f"2026-11-{day}T08:00:00Z"))
    walk = walked(str(one.folder), PERIOD, law)
    assert [point.mark.name for point in walk.points] == [names[0], names[2], names[4]]


def test_what_a_branch_had_before_it_was_merged_did_not_stand(one: Ledger) -> None:
    first = one.commit("2026-11-02T08:00:00Z")
    one.git("checkout", "--quiet", "-b", "side")
    one.write("answer-law.yaml", "due: 48h", "due: 40h")
    one.commit("2026-11-06T08:00:00Z")
    one.git("checkout", "--quiet", "main")
    one.git("merge", "--quiet", "--no-ff", "-m", "Merge", "side", when="2026-11-10T08:00:00Z")
    merge = one.git("rev-parse", "HEAD").strip()
    walk = walked(str(one.folder), PERIOD, law)
    assert [point.mark.name for point in walk.points] == [first, merge]
