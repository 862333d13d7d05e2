"""What falls due by a day that a document names: before it soon, behind it overdue, far from it nothing."""

from datetime import UTC, datetime

import pytest

import smallest
from watchbill.model.book import Book
from watchbill.upkeep.dated import dated
from watchbill.upkeep.entry import Asked, Urgency

# Reviews of everything lie ahead, so that only the example has something to say.
SILENCE = """
kind: team
silences:
  - {rule: ownership/no-contact, reason: The mailbox comes in spring., until: 2027-01-10}
"""
RECHECK = """
kind: obligation
checked_on: 2026-10-01
recheck_by: 2027-01-10
"""
UNNAMED = """
kind: obligation
checked_on: 2026-01-10
without: [recheck_by]
"""
BEGINS = """
kind: obligation
recheck_by: 2028-01-01
in_force: {from: 2027-01-10}
"""
ENDS = """
kind: obligation
recheck_by: 2028-01-01
in_force: {until: 2027-01-10}
"""


def asked(example: str, day: str, days: int = 30) -> list[Asked]:
    """What is asked on a day (UTC), reviews left out."""
    whole = smallest.book(smallest.overlaid(example) if example else None)
    documents = [one for key in whole.keys if (one := whole.find(key)) is not None]
    now = datetime.fromisoformat(f"{day}T12:00:00+00:00").astimezone(UTC)
    found = dated(Book.of(documents, now=now), days)
    return [one for one in found if one.kind != "review"]


@pytest.mark.parametrize(
    ("example", "kind"),
    [
        (SILENCE, "silence"),
        (RECHECK, "law/recheck"),
        (UNNAMED, "law/recheck"),
        (ENDS, "law/ends"),
    ],
)
@pytest.mark.parametrize(
    ("day", "urgency"),
    [
        ("2026-12-10", None),
        ("2026-12-11", Urgency.SOON),
        ("2027-01-10", Urgency.SOON),
        ("2027-01-11", Urgency.OVERDUE),
    ],
)
def test_a_day_is_told_a_month_ahead_and_overdue_behind_it(
    example: str, kind: str, day: str, urgency: Urgency | None
) -> None:
    found = [one for one in asked(example, day) if one.kind == kind]
    assert [one.urgency for one in found] == ([urgency] if urgency else [])
    for one in found:
        late = urgency is Urgency.OVERDUE
        assert (one.since, one.until) == (("2027-01-10", "") if late else ("", "2027-01-10"))
        assert one.hit.mend


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-12-10", False), ("2026-12-11", True), ("2027-01-09", True), ("2027-01-10", False)],
)
def test_a_law_is_announced_until_it_binds(day: str, told: bool) -> None:
    found = [one for one in asked(BEGINS, day) if one.kind == "law/begins"]
    assert [one.urgency for one in found] == [Urgency.SOON] * told


def test_a_law_that_nobody_read_stands_there_for_as_long() -> None:
    (one,) = asked("kind: obligation\nverification: unverified", "2026-11-23")
    assert (one.kind, one.urgency, one.since) == ("law/unverified", Urgency.STANDING, "2026-11-01")


def test_what_is_deprecated_asks_for_nothing() -> None:
    example = RECHECK + "status: deprecated\nreplaced_by: another-law\nverification: unverified\n"
    found = [one.hit.at.document for one in asked(example, "2028-01-01", 0)]
    assert "obligation:answer-law" not in found


@pytest.mark.parametrize(
    ("day", "urgency"),
    [
        ("2027-11-26", None),
        ("2027-11-27", Urgency.STANDING),
        ("2028-12-01", Urgency.SOON),
        ("2029-01-01", Urgency.OVERDUE),
    ],
)
def test_a_calendar_is_told_400_days_before_it_ends(day: str, urgency: Urgency | None) -> None:
    found = [one for one in asked("", day) if one.kind == "calendar/ends"]
    assert [one.urgency for one in found] == ([urgency] if urgency else [])


HOLIDAYS = """
kind: calendar
holidays:
  - {date: 2026-11-01, name: Past, estimated: true}
  - {date: 2027-03-10, name: Feast, estimated: true}
  - {date: 2027-05-10, name: Certain}
  - {date: 2027-06-10, name: Second, estimated: true}
  - {date: 2028-06-10, name: Far, estimated: true}
"""


@pytest.mark.parametrize(
    ("day", "urgency", "words"),
    [
        ("2026-11-23", Urgency.STANDING, "Feast (2027-03-10) is an estimate, and 1 more by"),
        ("2027-02-20", Urgency.SOON, "Feast (2027-03-10) is an estimate, and 1 more by"),
        ("2027-03-11", Urgency.STANDING, "Second (2027-06-10) is an estimate"),
    ],
)
def test_estimated_holidays_ahead_are_one_entry(day: str, urgency: Urgency, words: str) -> None:
    (one,) = (one for one in asked(HOLIDAYS, day) if one.kind == "calendar/estimated")
    assert one.urgency is urgency
    assert words in one.hit.message


def test_every_review_falls_due_in_its_own_time() -> None:
    whole = smallest.book()
    documents = [one for key in whole.keys if (one := whole.find(key)) is not None]
    now = datetime(2027, 1, 31, tzinfo=UTC)
    found = [one for one in dated(Book.of(documents, now=now), 0) if one.kind == "review"]
    assert [(one.hit.at.document, one.since) for one in found] == [
        ("playbook:fraud-ring", "2027-01-30")
    ]
