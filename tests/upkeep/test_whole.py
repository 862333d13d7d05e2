"""Everything that is asked, in one order: findings of two days, open reviews, the record of clocks."""

from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest

import smallest
from watchbill.diff.open_reviews import OpenReview
from watchbill.finding import Finding, Hit, Level
from watchbill.load.loaded import Loaded
from watchbill.model.book import Book
from watchbill.timeline.zones import DAY, Recorded, tz_version
from watchbill.upkeep.clocks import Record, recorded
from watchbill.upkeep.entry import Entry, Urgency
from watchbill.upkeep.expired import expired
from watchbill.upkeep.whole import Known, upkeep
from watchbill.where import Place

PLACE = Place("watch.yaml", 7, 1)


class Laid:
    """A book whose documents all lie at one place."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.places = self

    def place(self, _: Hit) -> Place:
        return PLACE


def finding(
    rule: str = "proof/cover-hole", level: Level = Level.ERROR, words: str = "x"
) -> Finding:
    return Finding(PLACE, rule, level, words, "mend", "schedule:watch", ("cover",))


def ask(known: Known, *findings: Finding, now: datetime = smallest.NOW) -> tuple[Entry, ...]:
    whole = smallest.book()
    documents = [one for key in whole.keys if (one := whole.find(key)) is not None]
    loaded = cast(Loaded, Laid(Book.of(documents, now=now)))
    return upkeep(loaded, findings, known, days=30, clock_rules=frozenset({"review/overdue"}))


def test_a_finding_of_today_that_the_commit_had_not_is_overdue() -> None:
    (one,) = ask(Known(), finding())
    assert (one.urgency, one.kind) == (Urgency.OVERDUE, "finding/proof/cover-hole")
    assert one.what == "x (error; not so at the time of the commit)"
    assert (one.owner, one.document, one.place) == ("desk", "schedule:watch", PLACE)


def test_one_that_names_another_minute_is_the_same_and_still_wrong_today() -> None:
    (one,) = ask(Known((finding(words="at another minute"),)), finding())
    assert one.what == "x (error; so at the time of the commit too)"
    assert one.urgency is Urgency.OVERDUE


@pytest.mark.parametrize(
    ("then", "urgencies"),
    [((), [Urgency.STANDING]), ((finding(level=Level.NOTE),), [])],
)
def test_a_note_is_told_only_where_it_is_new(
    then: tuple[Finding, ...], urgencies: list[Urgency]
) -> None:
    assert [one.urgency for one in ask(Known(then), finding(level=Level.NOTE))] == urgencies


def test_what_only_a_day_can_cause_is_told_once() -> None:
    assert ask(Known(), finding("review/overdue")) == ()


def test_a_finding_on_no_document_has_no_owner() -> None:
    (one,) = expired([Finding(PLACE, "file/not-utf8", Level.ERROR, "x")], (), frozenset())
    assert (one.owner, one.document, one.mend) == ("", "", "see `watchbill explain file/not-utf8`")


REVIEW = OpenReview(
    12,
    "ab" * 20,
    datetime(2026, 11, 22, 12, tzinfo=UTC),
    datetime(2026, 11, 23, 12, tzinfo=UTC),
    ("ana",),
    ("legal", "desk"),
    "Because",
    ("obligation:gone", "schedule:watch"),
    40,
    "https://github.example/x/issues/40",
)


@pytest.mark.parametrize(
    ("now", "urgency"),
    [
        (datetime(2026, 11, 23, 12, tzinfo=UTC), Urgency.SOON),
        (datetime(2026, 11, 23, 12, 0, 1, tzinfo=UTC), Urgency.OVERDUE),
    ],
)
def test_a_review_is_overdue_once_its_day_is_over(now: datetime, urgency: Urgency) -> None:
    (one,) = ask(Known(reviews=(REVIEW,)), now=now)
    assert (one.urgency, one.kind, one.owner) == (urgency, "emergency/review", "legal, desk")
    assert one.document == "schedule:watch"
    assert "2026-11-23T12:00:00Z" in one.what and "issues/40" in one.mend
    assert "Because" not in one.what + one.mend


def test_a_review_of_what_is_gone_is_told_without_a_place() -> None:
    (one,) = ask(Known(reviews=(REVIEW._replace(documents=("obligation:gone",)),)))
    assert (one.document, one.place) == ("", None)


def known(record: Record) -> Known:
    return Known(record=record, record_file="clocks.lock")


def test_a_record_that_holds_says_nothing() -> None:
    assert ask(known(recorded(smallest.book(), tz_version()))) == ()


def test_a_record_that_ends_or_lacks_a_zone_is_told() -> None:
    record = recorded(smallest.book(), tz_version())
    (one,) = ask(known(record._replace(clocks={})))
    assert one.what == "the record of clocks does not know Europe/Dublin, Europe/Lisbon"
    assert (one.urgency, one.place) == (Urgency.SOON, Place("clocks.lock"))
    (one,) = ask(known(record._replace(end=record.start + 800 * DAY)))
    assert one.what == "the record of clocks ends on 2027-03-12"


def test_a_clock_that_moves_without_changing_an_answer_is_told_as_standing() -> None:
    record = recorded(smallest.book(), tz_version())
    rows = ((record.start, 0), (record.start + DAY, 3600))
    zone = {"Europe/Lisbon": Recorded(rows, record.end)}
    (one,) = ask(known(record._replace(tz="2026a", clocks={**record.clocks, **zone})))
    assert one.urgency is Urgency.STANDING
    assert one.what == (
        f"tz data 2026a → {tz_version()} moves the clocks of Europe/Lisbon, and no answer changes"
    )


def test_the_worst_comes_first_and_of_equals_the_one_that_waits_longest() -> None:
    found = ask(Known(reviews=(REVIEW,)), finding(), now=datetime(2027, 2, 1, tzinfo=UTC))
    assert [(one.urgency.value, one.since) for one in found] == [
        ("overdue", "2026-11-23T12:00:00Z"),
        ("overdue", "2027-01-30"),
        ("overdue", ""),
    ]
    assert Path(str(found[0].place and found[0].place.file)).name == "watch.yaml"
