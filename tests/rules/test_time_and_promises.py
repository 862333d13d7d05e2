"""Corners of the rules about schedules, calendars, reviews, promises, messages and scenarios."""

import pytest

from tests.rules.laid import hits

HOURS = "kind: calendar\nhours:\n  - {days: %s, hours: '%s'}\n  - {days: %s, hours: '%s'}\n"


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (("mon-fri", "09:00-12:00"), ("mon-fri", "13:00-17:00"), 0),
        (("mon-fri", "09:00-12:00"), ("mon-fri", "12:00-17:00"), 0),
        (("mon-fri", "09:00-12:00"), ("mon-fri", "11:59-17:00"), 1),
        (("mon-fri", "09:00-17:00"), ("sat-sun", "09:00-17:00"), 0),
        (("sun-thu", "09:00-17:00"), ("sat-sun", "09:00-17:00"), 1),
        (("mon-fri", "22:00-06:00"), ("mon-fri", "05:00-08:00"), 0),
        (("every-day", "24h"), ("[tue]", "22:00-06:00"), 1),
    ],
)
def test_hours_of_a_day(first: tuple[str, str], second: tuple[str, str], count: int) -> None:
    assert len(hits("calendar/overlapping-hours", HOURS % (*first, *second))) == count


def test_years_in_the_wrong_order_are_one_finding() -> None:
    assert hits("calendar/holiday-outside-years", "kind: calendar\ncovers: 2028-2026\n") == [
        "calendar:office.covers: the calendar covers 2028-2026: the last year is before the first"
    ]


@pytest.mark.parametrize(
    ("turn", "count"), [("7d", 0), ("1mo", 0), ("5bd", 1), ("168h", 1), ("0d", 1)]
)
def test_a_turn(turn: str, count: int) -> None:
    overlay = (
        "kind: schedule\nid: watch\nshifts:\n  - {id: all, region: emea, timezone: Europe/Dublin,"
        f" hours: 24h, members: [desk-01], from: 2026-11-30, turn: {turn}}}\n"
    )
    assert len(hits("schedule/turn-not-whole-days", overlay)) == count


@pytest.mark.parametrize(("last", "count"), [("2026-11-24", 0), ("2026-11-25", 1)])
def test_tomorrow_has_begun_in_the_east(last: str, count: int) -> None:
    overlay = f"kind: team\nreview: {{last: {last}, every: 90d}}\n"
    assert len(hits("review/in-future", overlay)) == count


@pytest.mark.parametrize(("every", "count"), [("22d", 0), ("21d", 1)])
def test_a_review_is_overdue_on_the_day_after_it_was_due(every: str, count: int) -> None:
    overlay = f"kind: team\nreview: {{last: 2026-11-01, every: {every}}}\n"
    assert len(hits("review/overdue", overlay)) == count


@pytest.mark.parametrize(
    ("kind", "every", "count"),
    [("playbook", "1y", 0), ("playbook", "2y", 1), ("runbook", "2y", 0), ("runbook", "3y", 1)],
)
def test_how_rare_a_review_may_be(kind: str, every: str, count: int) -> None:
    overlay = f"kind: {kind}\nreview: {{last: 2026-11-01, every: {every}}}\n"
    assert len(hits("review/too-rare", overlay)) == count


def test_targets_on_two_calendars_are_not_compared() -> None:
    overlay = """\
kind: service-level
targets:
  P0: {acknowledged: 1d, contained: {within: 4h, calendar: office}, resolved: 2d}
  P1: {acknowledged: 2d, contained: 3d, resolved: 5d}
  P2: {acknowledged: 3d, contained: 3bd, resolved: 6d}
"""
    assert hits("promise/milestone-order", overlay) == []
    assert hits("promise/looser-when-worse", overlay) == []


def test_equal_targets_are_in_order() -> None:
    overlay = "kind: service-level\ntargets:\n  P0: {acknowledged: 1h, contained: 60m}\n"
    assert hits("promise/milestone-order", overlay) == []


@pytest.mark.parametrize(
    ("body", "unknown", "template"),
    [
        ("{case}", 0, 0),
        ("{Case}", 1, 0),
        ("{} and {case}", 1, 0),
        ("{{case}} {case}", 0, 1),
        ("${case} {case}", 0, 1),
        ("{% if x %} {case}", 1, 1),
    ],
)
def test_blanks_of_a_message(body: str, unknown: int, template: int) -> None:
    overlay = f"kind: message\nsubject: Your notice\nbody: '{body}'\n"
    assert len(hits("message/template-syntax", overlay)) == template
    assert len(hits("message/unknown-placeholder", overlay)) <= unknown


def test_a_blank_in_the_subject_is_used() -> None:
    overlay = "kind: message\nsubject: Notice {case}\nbody: Thank you.\n"
    assert hits("message/unused-field", overlay) == []


def test_none_late_is_an_expectation() -> None:
    assert hits("scenario/no-expectation", "kind: scenario\nexpect: {late: []}\n") == []


def test_a_scenario_may_take_its_instants_from_its_spread() -> None:
    overlay = """\
kind: scenario
for: {instant: [2026-12-25T03:10:00Z]}
given: {playbook: fraud-ring, region: emea}
"""
    assert hits("scenario/no-situation", overlay) == []


def test_the_answer_of_one_visit_is_pointed_at() -> None:
    overlay = """\
kind: scenario
given: {playbook: fraud-ring, instant: 2026-12-25T03:10:00Z, answers: {linked: ["Yes", Maybe]}}
"""
    assert [hit.split(": ")[0] for hit in hits("scenario/unknown-answer", overlay)] == [
        "scenario:night.given.answers.linked[1]"
    ]


def test_a_role_on_a_vendor_s_site_at_all_hours_may_end_a_path() -> None:
    overlay = """\
kind: organization
roles:
  - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: true}
  - {id: counsel, title: Counsel, what: Decides on law., staffed_by: vendor-one, page: true}
"""
    assert hits("escalation/last-level-not-24x7", overlay) == []
    assert hits("organization/unstaffed-role", overlay) == []


def test_facts_of_counsel_and_of_a_case_share_one_space() -> None:
    overlay = """\
kind: facts
case_facts: [{id: hosting, title: Is it hosted?}]
"""
    assert hits("organization/duplicate-name", overlay) == [
        "facts:facts.case_facts[0].id: `hosting` is declared twice, first under `switches`"
    ]


def test_a_silence_that_ends_today_has_not_ended() -> None:
    silence = (
        "kind: team\nsilences: [{rule: ownership/no-contact, reason: Spring., until: 2026-11-%s}]\n"
    )
    assert hits("silence/expired", silence % "23") == []
    assert len(hits("silence/expired", silence % "22")) == 1
