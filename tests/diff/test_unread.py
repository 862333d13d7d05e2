"""A law that is held to say otherwise was read again, or that is told."""

import pytest

from tests.diff.build import books
from watchbill.diff.change import Change, Direction, Weight
from watchbill.diff.compare import compare
from watchbill.diff.unread import KIND

LAW = "kind: obligation\n"


def told(before: str, after: str) -> list[Change]:
    changes = compare(books(LAW + before, LAW + after)).changes
    return [one for one in changes if one.kind == KIND]


@pytest.mark.parametrize(
    "edit", ["due: 24h\n", "quote: Within a day.\n", "binding: may\n", "recipient: The court\n"]
)
def test_another_reading_without_reading_again_is_for_a_person(edit: str) -> None:
    for before, after in (("", edit), (edit, "")):
        (found,) = told(before, after)
        assert (found.direction, found.weight) == (Direction.UNKNOWN, Weight.CRITICAL)
        assert found.subject == "obligation:answer-law"
        assert found.old and found.old.path == ("checked_on",)


def test_what_was_read_again_is_believed_and_a_day_set_back_is_told_by_itself() -> None:
    assert told("checked_on: 2026-11-01\n", "checked_on: 2026-11-02\ndue: 24h\n") == []
    assert told("checked_on: 2026-11-02\n", "checked_on: 2026-11-01\ndue: 24h\n") == []
    back = compare(books(LAW + "checked_on: 2026-11-02\n", LAW + "checked_on: 2026-11-01\n"))
    assert [one.direction for one in back.changes] == [Direction.UNKNOWN]


@pytest.mark.parametrize(
    "edit",
    ["notes: [A word.]\n", "title: Another\n", "verification: unverified\n", "source: Elsewhere\n"],
)
def test_what_we_say_beside_the_law_is_not_the_law(edit: str) -> None:
    assert told("", edit) == []


def test_all_that_reads_otherwise_is_named_once() -> None:
    (found,) = told("", "due: 24h\nbinding: may\n")
    assert found.what.count(", ") == 2
    assert (found.before, found.after) == ("read on 2026-11-01", "read on 2026-11-01")
