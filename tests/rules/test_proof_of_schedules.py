"""Corners of the proofs of schedules, as a lead reads them; and the shipped schedules."""

from datetime import UTC, datetime
from functools import cache

import pytest

from tests.rules.laid import hits
from tests.support import ROOT
from watchbill.load.library import load
from watchbill.model.book import Book
from watchbill.model.time import Schedule
from watchbill.rules import all_rules
from watchbill.rules.proof._schedules import HORIZON, proven

REGIONS = """\
kind: organization
regions:
  - {id: apac, title: Asia, hub: Singapore, timezone: Asia/Singapore}
  - {id: emea, title: Europe, hub: Dublin, timezone: Europe/Dublin}
  - {id: amer, title: Americas, hub: Chicago, timezone: America/Chicago}
---
"""
APAC = "id: apac, region: apac, timezone: Asia/Singapore, members: [desk-01]"
EMEA = "id: emea, region: emea, timezone: Europe/Dublin, members: [desk-02]"
AMER = "id: amer, region: amer, members: [desk-01]"
PAGER = "id: pager, region: emea, timezone: Europe/Dublin, hours: 24h, members: [desk-02]"


def shifts(*rows: str, more: str = "cover: 24x7\n") -> str:
    """The watch with these shifts; each begins on the second of November 2026 in Dublin."""
    region = "region: emea, "
    lines = [
        f"  - {{{'' if 'region:' in row else region}from: 2026-11-02, {row}}}\n" for row in rows
    ]
    return f"kind: schedule\nid: watch\n{more}shifts:\n" + "".join(lines)


def test_the_rota_of_the_duty_read_literally_is_told_as_a_person_would() -> None:
    duty = REGIONS + shifts(
        f"{APAC}, hours: '07:30-17:00', days: mon-fri",
        f"{EMEA}, hours: '08:00-17:30', days: mon-fri",
        f"{AMER}, hours: '08:00-17:30', days: mon-fri, timezone: America/Los_Angeles",
        f"{PAGER}, days: sat-sun",
    )
    (found,) = hits("proof/cover-hole", duty)
    assert found == (
        "schedule:watch.cover: Monday 29 March 2027 00:00-00:30 Dublin (Sunday 28 March 2027"
        " 23:00-23:30 UTC): nobody, as `pager` (24h Dublin) ends and `apac` (07:30-17:00 Singapore)"
        " begins 30 min later; also 30 other nights, 15 h 30 min in all"
    )


def test_the_naive_rota_of_three_hubs_has_its_holes_at_the_end_of_each_day_in_chicago() -> None:
    naive = REGIONS + shifts(
        f"{APAC}, hours: '08:00-17:00'",
        f"{EMEA}, hours: '08:00-17:00'",
        f"{AMER}, hours: '09:30-18:30', timezone: America/Chicago",
    )
    (found,) = hits("proof/cover-hole", naive)
    ends, begins = "`amer` (09:30-18:30 Chicago) ends", "`apac` (08:00-17:00 Singapore) begins"
    assert f"{ends} and {begins} 30 min later" in found
    assert "Sunday 14 March 2027 18:30-19:00 Chicago (23:30-24:00 UTC): nobody" in found


@pytest.mark.parametrize(("end", "count"), [("20:00", 0), ("19:59", 1)])
def test_one_minute_less_is_a_hole(end: str, count: int) -> None:
    zone = "timezone: Europe/Dublin"
    overlay = shifts(
        f"id: day, {zone}, hours: '08:00-{end}', members: [desk-01]",
        f"id: night, {zone}, hours: '20:00-08:00', members: [desk-02]",
    )
    found = hits("proof/cover-hole", overlay)
    assert len(found) == count
    assert all("19:59-20:00 Dublin" in one and "in all" in one for one in found)


def test_a_shift_that_is_off_on_holidays_leaves_christmas_uncovered() -> None:
    overlay = shifts(
        "id: all, timezone: Europe/Dublin, hours: 24h, members: [desk-01], holidays: 'off', calendar: office"
    )
    (found,) = hits("proof/cover-hole", overlay)
    assert "Friday 25 December 2026 00:00-24:00 Dublin" in found
    assert "begins 24 h later; also 1 other night, 48 h in all" in found


def test_the_hours_of_a_calendar_are_what_is_promised() -> None:
    day = "id: day, timezone: Europe/Dublin, days: mon-fri, members: [desk-01]"
    assert (
        hits("proof/cover-hole", shifts(f"{day}, hours: '09:00-17:00'", more="cover: office\n"))
        == []
    )
    (found,) = hits(
        "proof/cover-hole", shifts(f"{day}, hours: '09:30-17:00'", more="cover: office\n")
    )
    assert "Monday 23 November 2026 09:00-09:30 Dublin" in found


def test_what_is_stated_is_no_hole_and_a_missing_calendar_is_another_finding() -> None:
    day = "id: day, timezone: Europe/Dublin, hours: '09:00-17:00', members: [desk-01]"
    stated = "cover: as-listed\nlimits: Nobody at night; page counsel.\n"
    assert hits("proof/cover-hole", shifts(day, more=stated)) == []
    assert hits("proof/cover-hole", shifts(day, more="cover: nowhere\n")) == []
    assert hits("proof/thin-overlap", shifts(day, more="cover: nowhere\noverlap: 1h\n")) == []


def test_a_turn_of_a_second_is_another_finding_and_is_not_counted() -> None:
    row = "id: all, timezone: UTC, hours: '09:00-17:00', members: [desk-01, desk-02], turn: 1s"
    assert hits("proof/cover-hole", shifts(row)) == []
    assert len(hits("schedule/turn-not-whole-days", shifts(row))) == 1


def test_a_day_without_anybody_at_all() -> None:
    day = "id: day, timezone: UTC, hours: 24h, days: [holiday], members: [desk-01]"
    (found,) = hits("proof/cover-hole", shifts(day))
    assert "nobody, and cover at every minute is promised" in found


@pytest.mark.parametrize(("end", "count"), [("20:30", 0), ("20:29", 1)])
def test_one_minute_less_than_the_promised_overlap_is_too_thin(end: str, count: int) -> None:
    zone = "timezone: Europe/Dublin"
    overlay = shifts(
        f"id: day, {zone}, hours: '08:00-{end}', members: [desk-01]",
        f"id: night, {zone}, hours: '20:00-08:30', members: [desk-02]",
        more="cover: 24x7\noverlap: 30m\n",
    )
    found = hits("proof/thin-overlap", overlay)
    assert len(found) == count
    assert all("with 29 min together, and 30m is promised; also at 3" in one for one in found)


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ("00:59-13:00", []),
        ("01:00-13:00", ["begins at 01:00 on Sunday 28 March 2027"]),
        ("01:59-13:00", ["begins at 01:59 on Sunday 28 March 2027"]),
        ("02:00-13:00", []),
        ("13:00-01:30", ["ends at 01:30 on Sunday 28 March 2027"]),
    ],
)
def test_edges_at_a_change_of_the_clock(hours: str, words: list[str]) -> None:
    row = f"id: all, timezone: Europe/Dublin, hours: '{hours}', members: [desk-01]"
    found = hits("proof/handover-in-gap", shifts(row))
    assert len(found) == len(words)
    assert all(word in one for word, one in zip(words, found, strict=True))


def test_a_window_of_weekdays_has_no_edge_on_a_sunday() -> None:
    row = (
        "id: all, timezone: Europe/Dublin, hours: '01:30-13:00', days: mon-fri, members: [desk-01]"
    )
    assert hits("proof/handover-in-gap", shifts(row)) == []


def test_a_turn_that_changes_in_the_repeated_hour_is_told_and_a_whole_day_has_no_midnight() -> None:
    row = "id: all, timezone: Europe/Dublin, hours: 24h, members: [desk-01, desk-02], turn: 1d, handover: '01:30'"
    (found,) = hits("proof/handover-in-gap", shifts(row))
    assert "changes hands at 01:30 on Sunday 28 March 2027" in found
    weekly = row.replace("turn: 1d", "turn: 7d")
    assert hits("proof/handover-in-gap", shifts(weekly)) == []
    cairo = "id: all, timezone: Africa/Cairo, hours: 24h, members: [desk-01]"
    assert hits("proof/handover-in-gap", shifts(cairo)) == []
    nightly = "id: all, timezone: Africa/Cairo, hours: 24h, members: [desk-01, desk-02], turn: 1d"
    (found,) = hits("proof/handover-in-gap", shifts(nightly))
    assert "at 00:00 on Friday 30 April 2027, a time that Cairo's clocks skip" in found


def test_one_person_on_the_watches_of_two_schedules_is_told_at_the_first() -> None:
    row = "id: all, timezone: Europe/Dublin, hours: '09:00-12:00', members: [desk-02]"
    overlay = shifts(row).replace("id: watch", "id: legal-watch")
    (found,) = hits("proof/double-booked", overlay)
    assert found.startswith(
        "schedule:legal-watch.shifts[0].members: `desk-02` stands `all` and `all` of `watch` at once"
    )
    assert "Monday 7 December 2026 09:00-12:00 Dublin" in found


def test_a_schedule_that_pages_nobody_may_share_its_people() -> None:
    overlay = """\
kind: organization
roles:
  - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: true}
  - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch}
---
kind: schedule
id: legal-watch
shifts:
  - {id: all, region: emea, timezone: Europe/Dublin, hours: 24h, members: [desk-01], from: 2026-11-30}
"""
    assert hits("proof/double-booked", overlay) == []


def test_a_language_that_another_site_speaks_has_no_hole() -> None:
    overlay = """\
kind: vendor
sites:
  - {id: porto, city: Porto, timezone: Europe/Lisbon, hours: "06:00-22:00", seats: 5, languages: [en, pt]}
  - {id: manila, city: Manila, timezone: Asia/Manila, hours: 24h, seats: 5, languages: [en]}
"""
    (found,) = hits("proof/language-hole", overlay)
    assert "nobody speaks `pt`; also 400 other nights" in found


# The shipped book.


@cache
def shipped() -> Book:
    return load([str(ROOT)], cached=False, now=datetime(2026, 11, 23, 12, tzinfo=UTC)).book


@pytest.mark.parametrize("schedule", shipped().all(Schedule), ids=lambda one: one.id)
def test_a_shipped_schedule_has_no_hole_that_it_does_not_state(schedule: Schedule) -> None:
    found = proven(shipped(), schedule)
    assert found is not None
    assert found.end - found.start == HORIZON * 86_400
    assert found.holes == ()


def test_the_proofs_of_the_shipped_schedules_find_nothing() -> None:
    rules = [rule for rule in all_rules() if rule.check.__module__ in SCHEDULES]
    assert len(rules) == len(SCHEDULES)
    book = load([str(ROOT)], cached=False, now=datetime(2026, 11, 23, 12, tzinfo=UTC)).book
    assert [hit for rule in rules for hit in rule.check(book)] == []


SCHEDULES = {
    f"watchbill.rules.proof.{name}"
    for name in (
        "cover_hole",
        "double_booked",
        "handover_in_gap",
        "language_hole",
        "thin_overlap",
    )
}
