"""A verdict that looks at the days ahead stands for the day on which it was given, and for that tz database."""

from collections.abc import Iterator
from datetime import UTC, datetime

from tests import smallest
from tests.rules.test_remembered import Nowhere
from watchbill.finding import Hit, Level
from watchbill.lint import judge
from watchbill.model.book import Book
from watchbill.model.time import Schedule
from watchbill.rules import Rule
from watchbill.timeline.zones import tz_version
from watchbill.verdicts import NO_VERDICTS, Verdicts
from watchbill.where import Address

MORNING = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
EVENING = datetime(2026, 11, 23, 23, 59, 59, tzinfo=UTC)
TOMORROW = datetime(2026, 11, 24, tzinfo=UTC)


class Judge:
    """Runs one rule that asks for the day, and notes for whom it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.kept: Verdicts = NO_VERDICTS

    def check(self, book: Book) -> Iterator[Hit]:
        for schedule in book.each(Schedule):
            self.asked.append(schedule.id)
            yield Hit(Address(schedule.key), f"judged on {book.today}")

    def run(self, now: datetime) -> list[str]:
        rule = Rule("proof/day", Level.NOTE, self.check, "", clock=False)
        documents = smallest.data()
        whole = smallest.book(documents)
        found = [one for key in whole.keys if (one := whole.find(key))]
        book, self.asked = Book.of(found, now=now), []
        judged = judge(book, Nowhere(), [rule], dict.fromkeys(documents, "same"), self.kept)
        self.kept = judged.verdicts
        assert not book.wide
        return sorted({one.message for one in judged.findings})


def test_a_verdict_of_the_day_stands_for_the_rest_of_the_day() -> None:
    judge = Judge()
    assert judge.run(MORNING) == ["judged on 2026-11-23"]
    assert judge.asked == ["legal-watch", "watch"]
    assert judge.run(EVENING) == ["judged on 2026-11-23"]
    assert judge.asked == []


def test_on_another_day_it_is_given_anew() -> None:
    judge = Judge()
    judge.run(EVENING)
    assert judge.run(TOMORROW) == ["judged on 2026-11-24"]
    assert judge.asked == ["legal-watch", "watch"]
    assert judge.run(MORNING) == ["judged on 2026-11-23"]


def test_a_verdict_under_another_tz_database_is_given_anew() -> None:
    judge = Judge()
    judge.run(MORNING)
    assert judge.kept.states["day:2026-11-23"] == tz_version()
    assert judge.kept.resting(["day:2026-11-23"]) == {"schedule:legal-watch", "schedule:watch"}
    judge.kept.states["day:2026-11-23"] = "2020a"
    judge.run(MORNING)
    assert judge.asked == ["legal-watch", "watch"]
