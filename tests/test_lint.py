"""Judging and settling: what is fresh, what is remembered, and at which level it is said."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from tests import smallest
from watchbill.finding import Finding, Hit, Level
from watchbill.lint import from_row, judge, judge_once, sign, to_row
from watchbill.model.book import Book
from watchbill.model.commitments import Harm
from watchbill.model.response import Playbook
from watchbill.rules import Rule
from watchbill.settle import settle
from watchbill.verdicts import NO_VERDICTS
from watchbill.where import Address, Place


class Nowhere:
    """Places every hit by its address."""

    def place(self, hit: Hit) -> Place:
        return Place(str(hit.at))


def rule(id: str, check: Any, level: Level = Level.ERROR) -> Rule:
    return Rule(id, level, check, "", clock=False)


class Watching:
    """A rule that reads each playbook's harm, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, book: Book) -> Iterator[Hit]:
        for playbook in book.each(Playbook):
            self.asked.append(playbook.id)
            harm = book.get(Harm, playbook.harm)
            yield Hit(Address(playbook.key), f"its harm is {harm.title if harm else 'nowhere'}")


def whole(book: Book) -> Iterator[Hit]:
    for key in book.cards:
        if key.startswith("harm:"):
            yield Hit(Address(key), "one of a whole")


DIGESTS = dict.fromkeys(smallest.data(), "1")


def said(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(one.document, one.message) for one in findings]


def test_a_hit_is_signed_with_its_rule_and_its_place() -> None:
    hit = Hit(Address("harm:fraud", ("title",)), "wrong", "mend it")
    assert sign(rule("a/b", None, Level.NOTE), hit, Nowhere()) == Finding(
        Place("harm:fraud.title"), "a/b", Level.NOTE, "wrong", "mend it", "harm:fraud", ("title",)
    )


def test_a_finding_is_the_same_behind_its_row() -> None:
    one = Finding(Place("x", 1, 2, 3, 4), "a/b", Level.WARNING, "m", "n", "harm:x", ("a", 0))
    assert from_row(to_row(one)) == one


def test_what_is_judged_once_is_what_is_judged_to_be_kept() -> None:
    def late(book: Book) -> Iterator[Hit]:
        yield Hit(Address("harm:fraud"), f"on {book.now:%d %B}")

    rules = [rule("b/b", whole), rule("a/b", Watching()), rule("a/a", late), rule("c/c", whole)]
    found = judge_once(smallest.book(), Nowhere(), rules)
    assert found == judge(smallest.book(), Nowhere(), rules, DIGESTS, NO_VERDICTS).findings
    assert [one.rule for one in found].count("b/b") >= 1 <= [one.rule for one in found].count("a/a")


def test_of_a_rule_that_is_named_no_more_than_the_file_is_told() -> None:
    book = smallest.book()
    rules = [rule("b/b", whole), rule("a/b", Watching()), rule("c/c", Watching())]
    found = judge_once(book, Nowhere(), rules, {"b/b", "c/c"})
    same = judge_once(smallest.book(), Nowhere(), rules)
    assert sorted(one[1:] for one in found) == sorted(one[1:] for one in same)
    for one in found:
        file = Place(book.cards[one.document].file)
        assert (one.place == file) is (one.rule != "a/b")


def test_a_verdict_stands_until_what_was_read_for_it_changes() -> None:
    watching = Watching()
    rules = [rule("a/b", watching)]
    first = judge(smallest.book(), Nowhere(), rules, DIGESTS, NO_VERDICTS)
    assert said(first.findings) == [("playbook:fraud-ring", "its harm is Fraud")]
    again = judge(smallest.book(), Nowhere(), rules, DIGESTS, first.verdicts)
    assert (again.findings, again.verdicts) == (first.findings, first.verdicts)
    assert watching.asked == ["fraud-ring"]
    for key in ("harm:fraud", "playbook:fraud-ring"):
        watching.asked.clear()
        judge(smallest.book(), Nowhere(), rules, {**DIGESTS, key: "2"}, first.verdicts)
        assert watching.asked == ["fraud-ring"]
    watching.asked.clear()
    judge(smallest.book(), Nowhere(), rules, {**DIGESTS, "team:legal": "2"}, first.verdicts)
    assert watching.asked == []


def test_a_verdict_on_what_is_gone_is_forgotten() -> None:
    rules = [rule("a/b", Watching())]
    first = judge(smallest.book(), Nowhere(), rules, DIGESTS, NO_VERDICTS)
    data = smallest.data()
    del data["playbook:fraud-ring"]
    after = judge(smallest.book(data), Nowhere(), rules, DIGESTS, first.verdicts)
    assert after.findings == ()
    assert "playbook:fraud-ring" not in after.verdicts.own


def test_what_looks_at_the_whole_is_asked_each_time_and_not_remembered() -> None:
    rules = [rule("a/b", whole)]
    first = judge(smallest.book(), Nowhere(), rules, DIGESTS, NO_VERDICTS)
    again = judge(smallest.book(), Nowhere(), rules, DIGESTS, first.verdicts)
    assert said(first.findings) == said(again.findings) == [("harm:fraud", "one of a whole")]
    assert first.verdicts.found == {}


class Counting:
    """A rule about the whole book that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, book: Book) -> Iterator[Hit]:
        self.asked += 1
        book.get(Harm, "fraud")
        yield from whole(book)


def test_what_is_said_of_the_whole_stands_until_a_card_the_instant_or_what_it_read_changes() -> (
    None
):
    counting = Counting()
    rules = [rule("a/b", counting)._replace(sight=())]
    first = judge(smallest.book(), Nowhere(), rules, DIGESTS, NO_VERDICTS)
    again = judge(smallest.book(), Nowhere(), rules, {**DIGESTS, "team:desk": "2"}, first.verdicts)
    assert said(first.findings) == said(again.findings) == [("harm:fraud", "one of a whole")]
    assert counting.asked == 1
    judge(smallest.book(), Nowhere(), rules, {**DIGESTS, "harm:fraud": "2"}, first.verdicts)
    assert counting.asked == 2
    data = smallest.data()
    data["team:desk"]["title"] = "Another"
    judge(smallest.book(data), Nowhere(), rules, DIGESTS, first.verdicts)
    assert counting.asked == 3
    held = smallest.book()
    later = Book(held.cards, held.find, now=datetime(2026, 11, 24, tzinfo=UTC))
    judge(later, Nowhere(), rules, DIGESTS, first.verdicts)
    assert counting.asked == 4
    broken = Book(held.cards, held.find, now=held.now, broken=frozenset({"harm:lost"}))
    judge(broken, Nowhere(), rules, DIGESTS, first.verdicts)
    assert counting.asked == 5


def test_the_place_of_a_hit_in_another_document_rests_on_that_document() -> None:
    def elsewhere(book: Book) -> Iterator[Hit]:
        for playbook in book.each(Playbook):
            if book.card("harm:fraud"):
                yield Hit(Address("harm:fraud"), f"named by {playbook.id}")

    first = judge(smallest.book(), Nowhere(), [rule("a/b", elsewhere)], DIGESTS, NO_VERDICTS)
    assert first.verdicts.resting(["harm:fraud"]) >= {"playbook:fraud-ring"}


def test_a_rule_of_other_kinds_is_not_asked() -> None:
    watching = Watching()
    rules = [rule("a/b", watching)._replace(sight=("playbook",))]
    first = judge(smallest.book(), Nowhere(), rules, DIGESTS, NO_VERDICTS)
    watching.asked.clear()
    judge(
        smallest.book(), Nowhere(), rules, {**DIGESTS, "playbook:fraud-ring": "2"}, first.verdicts
    )
    assert watching.asked == ["fraud-ring"]


def test_findings_are_sorted_and_each_is_said_once() -> None:
    def twice(book: Book) -> Iterator[Hit]:
        yield from reversed(list(whole(book)))
        yield from whole(book)

    found = judge(
        smallest.book(), Nowhere(), [rule("b/b", twice), rule("a/a", whole)], DIGESTS, NO_VERDICTS
    )
    assert [one.rule for one in found.findings] == ["a/a", "b/b"]


def one(
    level: Level = Level.ERROR, rule: str = "review/overdue", key: str = "harm:fraud"
) -> Finding:
    return Finding(Place("x"), rule, level, "m", "", key)


def settled(*findings: Finding, **more: Any) -> list[tuple[str, Level]]:
    with_defaults = {"levels": {}, "clock_rules": frozenset(), "touched": None, **more}
    book = with_defaults.pop("book", None) or smallest.book()
    return [(one.rule, one.level) for one in settle(findings, book, **with_defaults)]


@pytest.mark.parametrize("level", Level)
def test_the_settings_level_counts(level: Level) -> None:
    assert settled(one(), levels={"review/overdue": level.value}) == [("review/overdue", level)]


def test_a_rule_that_is_off_is_not_heard() -> None:
    assert settled(one(), one(rule="a/b"), levels={"a/b": "off"}) == [
        ("review/overdue", Level.ERROR)
    ]


@pytest.mark.parametrize(
    ("touched", "level"),
    [
        (None, Level.NOTE),
        (frozenset(), Level.NOTE),
        (frozenset({"team:desk"}), Level.NOTE),
        (frozenset({"harm:fraud"}), Level.ERROR),
    ],
)
def test_what_only_time_causes_is_a_note_unless_it_is_touched(
    touched: frozenset[str] | None, level: Level
) -> None:
    clock = frozenset({"review/overdue"})
    assert settled(one(), clock_rules=clock, touched=touched) == [("review/overdue", level)]
    assert settled(one(rule="a/b"), clock_rules=clock, touched=touched) == [("a/b", Level.ERROR)]


@pytest.mark.parametrize(
    ("today", "heard"), [("2026-11-22", False), ("2026-11-23", False), ("2026-11-24", True)]
)
def test_a_silence_holds_for_its_rule_and_document_until_its_day_is_over(
    today: str, heard: bool
) -> None:
    data = smallest.data()
    data["harm:fraud"]["silences"] = [
        {"rule": "review/overdue", "reason": "Soon.", "until": "2026-11-23"}
    ]
    now = datetime.fromisoformat(f"{today}T23:59:59+00:00").astimezone(UTC)
    held = smallest.book(data)
    book = Book(held.cards, held.find, now=now)
    assert (("review/overdue", Level.ERROR) in settled(one(), book=book)) is heard
    assert settled(one(rule="a/b"), book=book) == [("a/b", Level.ERROR)]
    assert settled(one(key="team:desk"), book=book) == [("review/overdue", Level.ERROR)]


def test_settled_findings_are_sorted() -> None:
    found = settled(one(rule="b/b"), one(rule="a/a"))
    assert [rule for rule, _ in found] == ["a/a", "b/b"]
