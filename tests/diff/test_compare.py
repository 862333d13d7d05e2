"""A book compared with itself says nothing; compared backwards it says the mirror of what it said."""

import random
from pathlib import Path

import pytest

from tests.cli.book import smallest_book
from tests.diff.build import books
from tests.load.edits import edit
from watchbill.diff.books import Books
from watchbill.diff.change import Change, How
from watchbill.diff.compare import compare, pairs
from watchbill.load.library import load


def mirrored(change: Change) -> Change:
    return change._replace(
        how=change.how.mirrored,
        direction=change.direction.mirrored,
        before=change.after,
        after=change.before,
        old=change.new,
        new=change.old,
    )


def told(change: Change) -> tuple[str, ...]:
    """All of a change but its example, which tells it the other way round."""
    return (
        *(change.kind, change.how, change.direction, change.weight, change.what),
        *(change.before, change.after, str(change.old), str(change.new), *change.affects),
    )


def test_a_book_does_not_differ_from_itself() -> None:
    found = books("", "")
    assert compare(found, ["harm:fraud"]) == ((), ("harm:fraud",))


@pytest.mark.parametrize("seed", range(40))
def test_the_change_made_backwards_is_the_mirror_of_the_change(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    smallest_book(tmp_path)
    first = load([str(tmp_path)], cached=False).book
    for key in first.keys:
        first.find(key)
    for _ in range(4):
        edit(tmp_path, chance)
    second = load([str(tmp_path)], cached=False).book
    there = compare(Books(first, second)).changes
    back = compare(Books(second, first)).changes
    assert sorted(map(told, map(mirrored, there))) == sorted(map(told, back))


def test_a_document_that_was_renamed_is_the_same_document() -> None:
    after = (
        "kind: scenario\nid: at-night\nmoved_from: night\ntitle: Another\n---\n"
        "kind: scenario\nid: night\ngone: true\n"
    )
    found = books("", after)
    ids = [(one.before and one.before.id, one.after and one.after.id) for one in pairs(found)]
    assert [one for one in ids if one[0] != one[1]] == [("night", "at-night")]
    changes = compare(found).changes
    assert [one.kind for one in changes] == ["document/renamed", "document/wording"]
    assert {one.subject for one in changes} == {"scenario:at-night"}


def test_a_new_document_that_names_no_old_one_is_new_and_the_old_one_gone() -> None:
    after = "kind: scenario\nid: other\n---\nkind: scenario\nid: night\ngone: true\n"
    assert [(one.how, one.subject) for one in compare(books("", after)).changes] == [
        (How.REMOVED, "scenario:night"),
        (How.ADDED, "scenario:other"),
    ]


def test_what_is_weaker_stands_in_front_and_the_heaviest_first() -> None:
    after = (
        "kind: harm\ntitle: Another\n---\nkind: message\nrecipient: Everybody\n---\n"
        "kind: schedule\nid: watch\noverlap: 30m\n---\nkind: obligation\ndue: 72h\n"
        "checked_on: 2026-11-20\n---\nkind: guard-bands\nwarn_at: [90]\n"
    )
    found = compare(books("", after)).changes
    assert [(str(one.direction), str(one.weight)) for one in found] == [
        ("weaker", "critical"),
        ("weaker", "minor"),
        ("weaker", "minor"),
        ("unknown", "critical"),
        ("stronger", "major"),
        ("neutral", "minor"),
        ("neutral", "info"),
    ]


def test_who_rests_on_a_change_is_told_and_who_only_links_to_it_is_not() -> None:
    (found,) = compare(books("", "kind: calendar\nhours: [{days: mon-fri, hours: 24h}]\n")).changes
    assert found.affects == (
        "escalation:matrix",
        "playbook:fraud-ring",
        "schedule:legal-watch",
    )
    (found,) = compare(books("", "kind: playbook\ntitle: Another\n")).changes
    assert found.affects == ("drill:fire-drill", "scenario:night")
    (found,) = compare(books("", "kind: guard-bands\nwarn_at: [50, 75]\n")).changes
    assert found.affects == ("playbook:fraud-ring",)
