"""What an edit of the smallest book is, and whether it makes a commitment weaker, forwards and backwards."""

from copy import deepcopy
from typing import Any

import pytest

from tests import smallest
from tests.diff.build import edited
from tests.diff.rows import GONE, N, Row, S, U, W, holds, put, told
from watchbill.diff.books import Books
from watchbill.diff.change import Weight
from watchbill.diff.compare import compare
from watchbill.diff.edits import edits
from watchbill.load.validate import validate
from watchbill.model.base import Document

ORG, FACTS, TEAM, VENDOR = "organization:org", "facts:facts", "team:desk", "vendor:vendor-one"
HARM, LAW, LEVEL, LADDER = (
    "harm:fraud",
    "obligation:answer-law",
    "service-level:promise",
    "severity:ladder",
)
PLAY, RUN, TEXT, TEST = (
    "playbook:fraud-ring",
    "runbook:block-account",
    "message:notice",
    "scenario:night",
)
SILENT = {"rule": "wording/no-summary", "reason": "It is being written", "until": "2026-12-31"}
NOT_OPERATED = {"because": "None", "decided_by": "legal", "decided_on": "2026-11-02"}
LINE = [{"id": "tell", "title": "Tell", "role": "analyst", "takes": "5m"}]
FENCED = "Look at it.\n\n::: restricted\nCompare the marks.\n:::\n"
OPEN = "Look at it.\n\nCompare the marks.\n"

HEADER = (
    # What is written out and is the default says nothing.
    Row(HARM, "status", GONE, "active"),
    Row("team:desk", "audience", GONE, "internal"),
    Row("team:desk", "audience", "internal", "vendor", "document/audience", W),
    Row("team:desk", "audience", GONE, "restricted", "document/audience", S),
    Row(HARM, "audience", "vendor", "public", "document/audience", W),
    Row(HARM, "only", ["desk"], ["desk", "legal"], "document/readers-only", W),
    Row(HARM, "only", ["desk"], ["legal"], "document/readers-only", U),
    Row(HARM, "only", GONE, []),
    Row(HARM, "approvers", ["legal", "desk"], ["desk", "legal"]),
    Row(HARM, "approvers", ["legal"], ["desk"], "document/approvers", W),
    Row(HARM, "status", "active", "deprecated", "document/status", W),
    Row(HARM, "status", "draft", "deprecated", "document/status", U),
    Row(HARM, "review.every", "180d", "90d", "document/review-interval", S),
    Row(HARM, "review.every", "12mo", "1y", "document/review-interval", U),
    Row(HARM, "review", {"last": "2026-11-01", "every": "1y"}, GONE, "document/review-interval", W),
    Row(HARM, "review.last", "2026-11-01", "2026-10-01", "document/review-date", U, N),
    Row(HARM, "silences", [SILENT], [], "document/silence", S),
    Row(HARM, "silences", [SILENT], [{**SILENT, "until": "2026-12-01"}], "document/silence-end", S),
)
PEOPLE = (
    Row(ORG, "roles.0.page", True, False, "organization/role-page", W),
    Row(ORG, "roles.0.page", GONE, False),
    Row(ORG, "roles.0.what", "Works the case.", "Works  the case."),
    Row(ORG, "audiences.3.reads", ["internal"], ["internal", "public"]),
    Row(ORG, "audiences.1.reads", ["public"], [], "organization/tier-reads", S),
    Row(ORG, "default_audience", "internal", "restricted", "organization/default-audience", S),
    Row(FACTS, "switches.0.value", True, GONE, "facts/switch", N),
    Row(FACTS, "switches.0.value", GONE, False, "facts/switch", W),
    Row(FACTS, "switches.0.value", False, True, "facts/switch", S),
    Row(FACTS, "switches.0.set_on", "2026-11-01", GONE, "facts/switch-date", U, N),
    Row(TEAM, "headcount", {"emea": 4}, {}, "group/headcount", W),
    Row(TEAM, "headcount", {"emea": 0}, {}),
    Row(TEAM, "scope", ["Works cases at night"], ["Works all cases at night"], "group/scope", U),
    Row(TEAM, "scope", ["Works cases"], ["Works cases", "Speaks to the press"], "group/scope", S),
    Row(VENDOR, "scope", ["User reports"], ["User reports", "Court orders"], "vendor/scope", W),
    Row(VENDOR, "max_audience", "vendor", "public", "vendor/tier", S),
    Row(VENDOR, "answers_within", GONE, "900s"),
    Row(VENDOR, "answers_within", "15m", "10m", "vendor/answer", S),
    Row(VENDOR, "incident_notice", "60m", "1h"),
    Row(VENDOR, "incident_notice", "24h", "1d", "vendor/incident-notice", U),
    Row(VENDOR, "incident_notice", "12h", "1d", "vendor/incident-notice", W),
    Row(VENDOR, "sites.0.hours", "24h", "00:00-24:00"),
    Row(VENDOR, "sites.0.hours", "22:00-06:00", "21:00-06:00", "vendor/site-hours", S),
    Row(VENDOR, "sites.0.hours", "22:00-06:00", "06:00-22:00", "vendor/site-hours", U),
    Row(VENDOR, "sites.0.days", "mon-fri", ["mon", "tue", "wed", "thu", "fri"]),
    Row(VENDOR, "sites.0.days", ["mon", "tue"], ["tue"], "vendor/site-days", W),
    Row(VENDOR, "sites.0.days", "mon-fri", "sun-thu", "vendor/site-days", U),
)
PROMISES = (
    Row(LADDER, "levels.0.update_every", "30m", "1800s"),
    Row(LADDER, "levels.0.update_every", "30m", GONE, "severity/updates", W),
    Row(
        LADDER,
        "levels.1.raised_by",
        ["Somebody is in danger"],
        ["It spreads"],
        "severity/raised-by",
        W,
    ),
    Row(HARM, "severity.floor", "P2", "P1", "harm/floor", S),
    Row(HARM, "needs_two", GONE, False),
    Row(HARM, "exposure", "E0", "E3", "harm/exposure", S),
    Row(HARM, "max_audience", "vendor", "internal", "harm/detail-tier", U),
    Row(HARM, "atlas", [], ["AML.T0051"], "harm/taxonomy", N),
    Row(LAW, "binding", "may", "not-ours", "obligation/binding", W),
    Row(LAW, "applies_if", ["hosting"], [], "obligation/condition", N),
    Row(LAW, "applies_if", ["hosting"], ["hosting", "not hosting"], "obligation/condition", W),
    Row(LAW, "applies_if", ["hosting", "eu-linked"], ["eu-linked", "hosting"]),
    Row(LAW, "recipient", "The person", GONE, "obligation/recipient", W),
    Row(LAW, "preserve", "answer-law", GONE, "obligation/preservation", W),
    Row(LAW, "verification", "unverified", "secondary", "obligation/verification", S),
    Row(LAW, "recheck_by", "2027-11-01", GONE, "obligation/recheck-by", W),
    Row(LAW, "recheck_by", "2027-11-01", "2027-06-01", "obligation/recheck-by", S),
    Row(LAW, "checked_on", "2026-11-01", "2026-10-01", "obligation/checked-on", U, N),
    Row(LAW, "quote", GONE, "Within two days.", "obligation/citation", U),
    Row(LAW, "secret_if", [], ["eu-linked"], "obligation/secrecy", W),
    Row(LAW, "yields_to", [], ["other-law"], "obligation/erasure", U),
    Row(LAW, "not_operated", NOT_OPERATED, GONE, "obligation/not-operated", S),
    Row(
        LAW,
        "not_operated",
        NOT_OPERATED,
        {**NOT_OPERATED, "decided_by": "desk"},
        "obligation/not-operated",
        U,
    ),
    Row(LEVEL, "warn_at", GONE, [50, 75, 90]),
    Row(LEVEL, "warn_at", GONE, [90], "service-level/warning", W),
    Row(LEVEL, "pauses", [{"id": "a", "why": "We wait"}], [], "service-level/pause", S),
    Row(
        LEVEL,
        "pauses",
        [{"id": "a", "why": "We wait", "at_most": "1d"}],
        [{"id": "a", "why": "We wait"}],
        "service-level/pause-limit",
        W,
    ),
)
RESPONSE = (
    Row(PLAY, "never", ["Warn the accounts"], ["Warn the account"], "playbook/never", U),
    Row(PLAY, "never", ["Warn the accounts"], ["Wait"], "playbook/never", W),
    Row(PLAY, "moves.lowered_by", ["analyst"], ["analyst", "counsel"], "playbook/lowered-by", S),
    Row(PLAY, "moves.lowered_by", ["analyst"], ["counsel"], "playbook/lowered-by", U),
    Row(PLAY, "begins", ["case-opened"], ["case-opened", "notice-received"], "playbook/begins", S),
    Row(PLAY, "default_severity", "P1", "P0", "playbook/default-severity", S),
    Row(PLAY, "steps.1.people", GONE, 1),
    Row(PLAY, "steps.1.people", 2, 1, "playbook/step-two-people", W),
    Row(PLAY, "steps.1.by", GONE, "person"),
    Row(PLAY, "steps.1.go", GONE, "answer"),
    Row(PLAY, "steps.2.go", GONE, "end"),
    Row(PLAY, "steps.1.go", GONE, "end", "playbook/go", U),
    Row(PLAY, "steps.0.answers.0.go", "block", GONE),
    Row(PLAY, "steps.0.answers.1.go", "answer", GONE, "playbook/go", U),
    Row(PLAY, "steps.1.audience", GONE, "vendor"),
    Row(PLAY, "steps.1.audience", "internal", GONE, "playbook/step-audience", W),
    Row(PLAY, "steps.1.audience", GONE, "restricted", "playbook/step-audience", S),
    Row(PLAY, "steps.1.do", FENCED, OPEN, "playbook/step-text", W),
    Row(
        PLAY,
        "steps.1.do",
        FENCED,
        FENCED.replace("restricted", "internal"),
        "playbook/step-text",
        U,
    ),
    Row(PLAY, "steps.1.do", FENCED, "Look at it twice.", "playbook/step-text", U),
    Row(PLAY, "steps.1.do", "Look. Then act.", "Look.\n\nThen act.", "playbook/step-text", U),
    Row(PLAY, "steps.1.do", OPEN, OPEN.strip()),
    Row(PLAY, "steps.1.only_if", ["eu-linked"], [], "playbook/step-condition", S),
    Row(PLAY, "steps.1.only_if", ["hosting"], [], "playbook/step-condition", N),
    Row(PLAY, "steps.1.only_if", ["not hosting"], [], "playbook/step-condition", S),
    Row(PLAY, "steps.1.records", ["Who decided"], ["Who decided it"], "playbook/step-records", U),
    Row(PLAY, "steps.1.marks", ["notice-received"], [], "playbook/marks", W),
    Row(PLAY, "steps.0.answers.1.excuses", {"contained": "None"}, {}, "playbook/answer-excuse", S),
    Row(
        PLAY,
        "steps.0.answers.1.excuses",
        {"contained": "a"},
        {"contained": "b"},
        "playbook/answer-excuse",
        U,
    ),
    Row(PLAY, "steps.0.answers.0.severity", GONE, "P0", "playbook/answer-severity", U),
    Row(PLAY, "steps.0.answers.0.severity", "P1", "P0", "playbook/answer-severity", S),
    Row(PLAY, "lines", {}, {"warn": LINE}, "playbook/step", S),
    Row(PLAY, "lines.warn", LINE, [{**LINE[0], "records": ["Who"]}], "playbook/step-records", S),
    Row(PLAY, "lines.warn", LINE, [{**LINE[0], "role": "counsel"}], "playbook/step-role", U),
    Row(
        PLAY, "lines.warn", [{**LINE[0], "second": "counsel"}], LINE, "playbook/step-two-people", W
    ),
)
WORDS = (
    Row(RUN, "needs_two", True, GONE, "runbook/two-people", W),
    Row(RUN, "body.steps.1.danger", True, False, "runbook/danger", W),
    Row(RUN, "body.steps.1.body", "Check the number twice.", "", "runbook/step-text", W),
    Row(RUN, "body.sections.1.title", "Check", "CHECK", "runbook/section-text", N),
    Row(TEXT, "language", GONE, "en"),
    Row(TEXT, "body", "We saw {case}.", "We saw {case}.\n"),
    Row(TEXT, "body", "We saw {case} on {day}.", "We saw {case}.", "message/text", W),
    Row(TEXT, "body", "We saw {case}.", "We have it.", "message/text", U),
    Row(TEXT, "subject", "Your notice {case}", "Notice {case}", "message/text", U),
    Row(TEXT, "fields.case.example", GONE, "A-1", "message/blank-help", N),
    Row(TEXT, "approved_by", ["legal"], ["legal", "desk"], "message/approval", S),
    Row(TEXT, "tells_user", GONE, False),
    Row(TEXT, "tells_user", GONE, True, "message/recipient", U),
    Row(TEST, "expect.late", [], GONE, "scenario/late", W),
    Row(TEST, "expect.late", ["contained"], [], "scenario/late", S),
    Row(TEST, "expect.milestones", {"a": {"by": "+60m"}}, {"a": {"by": "+1h"}}),
    Row(TEST, "expect.due", {"a": "+60m"}, {"a": "+1h"}),
    Row(TEST, "expect.due", {"a": "+60m"}, {"a": "+2h"}, "scenario/expectation", U),
    Row(
        TEST,
        "expect.milestones",
        {"a": {"by": "+1h"}},
        {"a": {"by": "+30m"}},
        "scenario/deadline",
        S,
    ),
    Row(
        TEST, "expect.visited", ["linked", "block"], ["block", "linked"], "scenario/expectation", U
    ),
    Row(TEST, "given.silent", [], ["analyst"], "scenario/given", U),
    Row(TEST, "for", GONE, {"severity": ["P0"]}, "scenario/spread", S),
)
PRESS = {"id": "press", "title": "Press block", "body": "Check the number twice.", "danger": True}
OPENED = {"id": "open", "title": "Open the account", "body": "Find it by its number."}
WAIT = {"id": "hear", "wait": "notice-received"}
HOLD = {"from": "case-opened", "until": "notice-received", "then": "resume"}
EVENTS = [
    {"id": "case-opened", "title": "The case was opened."},
    {"id": "notice-received", "title": "A notice arrived."},
]
MORE = (
    Row(PLAY, "steps.1.do", "Look.", "Look.\n\n::: restricted\nAct.\n", "playbook/step-text", U),
    Row(PLAY, "steps.1.marks", ["spread"], [], "playbook/marks", U),
    Row(PLAY, "lines.warn", [*LINE, WAIT], [WAIT, *LINE], "playbook/step", U),
    Row(PLAY, "lines.warn", [*LINE, WAIT], LINE, "playbook/step", W),
    Row(RUN, "body.steps", [OPENED, PRESS], [PRESS, OPENED], "runbook/step", U),
    Row(
        RUN,
        "body.steps",
        [PRESS],
        [{**PRESS, "id": "push", "title": "Push block"}],
        "runbook/step",
        U,
    ),
    Row(
        RUN,
        "body.steps",
        [PRESS],
        [{**PRESS, "id": "push", "title": "Push block", "danger": False}],
        "runbook/step",
        W,
    ),
    Row(TEST, "expect.paged", [{"who": "analyst", "by": "+5m"}], [], "scenario/expectation", W),
    Row(
        TEST,
        "expect.paged",
        [{"who": "analyst", "by": "+5m"}],
        [{"who": "analyst"}],
        "scenario/deadline",
        W,
    ),
    Row(
        TEST,
        "expect.paged",
        [{"who": "analyst", "by": "+24h"}],
        [{"who": "analyst", "by": "+1d"}],
        "scenario/deadline",
        U,
    ),
    Row(TEST, "given.events", {"case-opened": ["+60m"]}, {"case-opened": ["+60m"]}),
    Row(TEST, "given.answers", {"linked": "Yes"}, {"linked": "No"}, "scenario/given", U),
    Row(LEVEL, "attainment.share", "95%", "95.0%"),
    Row(LEVEL, "attainment.over", "28d", "56d", "service-level/attainment", U),
    Row(ORG, "audiences.2.reads", ["vendor"], ["vendor", "public"]),
    Row(FACTS, "events", EVENTS, EVENTS[::-1]),
)
ROWS = (*HEADER, *PEOPLE, *PROMISES, *RESPONSE, *WORDS, *MORE)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.key} {row.path} {row.kind}")
def test_an_edit_has_its_direction_and_backwards_the_other_one(row: Row) -> None:
    holds(row)


BLOCK = {"id": "block", "title": "Block", "role": "analyst", "takes": "15m"}
CLOSE = {"id": "close", "title": "Close", "role": "analyst", "takes": "5m"}


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("discharges", "answer-law", "playbook/discharges"),
        ("reaches", "contained", "playbook/reaches"),
        ("records", "Who decided", "playbook/step-records"),
        ("messages", "notice", "playbook/step-messages"),
        ("marks", "notice-received", "playbook/marks"),
    ],
)
def test_what_another_step_brings_about_instead_is_for_a_reader(
    field: str, value: str, kind: str
) -> None:
    here = [{**BLOCK, field: [value]}, CLOSE]
    there = [BLOCK, {**CLOSE, field: [value]}]
    both = [{**BLOCK, field: [value]}, {**CLOSE, field: [value]}]
    assert told(Row(PLAY, "steps", here, there)) == ({(kind, U)}, {(kind, U)})
    assert told(Row(PLAY, "steps", both, there)) == ({(kind, W)}, {(kind, S)})


def test_a_step_with_another_id_or_in_another_line_is_not_gone() -> None:
    named = [BLOCK, {**CLOSE, "id": "shut"}]
    assert told(Row(PLAY, "steps", [BLOCK, CLOSE], named))[0] == {("playbook/step", U)}
    longer = [BLOCK, {**CLOSE, "id": "shut", "takes": "6m"}]
    there, back = told(Row(PLAY, "steps", [BLOCK, CLOSE], longer))
    assert there == back == {("playbook/step", W), ("playbook/step", S)}
    documents = [smallest.data(), smallest.data()]
    for data, steps, line in zip(
        documents, ([BLOCK, CLOSE], [BLOCK]), ([BLOCK], [BLOCK, CLOSE]), strict=True
    ):
        put(data[PLAY], "steps", steps)
        put(data[PLAY], "lines.aside", line)
    found = compare(Books(*map(smallest.book, documents))).changes
    assert {(one.kind, one.direction) for one in found} == {("playbook/step", U)}


def test_a_step_that_follows_as_before_leads_nowhere_else_when_it_moves_on() -> None:
    here = [{**BLOCK, "go": "close"}, CLOSE]
    assert told(Row(PLAY, "steps", here, [BLOCK, CLOSE])) == (set(), set())
    over = [{**BLOCK, "go": "end"}, CLOSE]
    assert told(Row(PLAY, "steps", here, over)) == ({("playbook/go", U)}, {("playbook/go", U)})


def test_a_person_of_another_role_for_a_second_of_the_same_is_for_a_reader() -> None:
    one = [{**BLOCK, "people": 2}]
    other = [{**BLOCK, "second": "counsel"}]
    assert told(Row(PLAY, "steps", one, other))[0] == {("playbook/step-two-people", U)}


def test_a_switch_that_laws_ask_for_the_other_way_round_takes_laws_away_when_it_is_set() -> None:
    documents = [smallest.data(), smallest.data()]
    for data, value in zip(documents, (False, True), strict=True):
        put(data[LAW], "applies_if", ["not hosting"])
        put(data[FACTS], "switches.0.value", value)
    both = Books(*map(smallest.book, documents))
    assert {(one.kind, one.direction) for one in compare(both).changes} == {("facts/switch", W)}
    put(documents[0]["guard-bands:bands"], "bands.0.only_if", ["hosting"])
    both = Books(*map(smallest.book, documents))
    found = {one.kind: one.direction for one in compare(both).changes}
    assert found["facts/switch"] is U


def test_a_tier_that_only_one_book_knows_is_judged_by_the_order_of_that_book() -> None:
    documents = [smallest.data(), smallest.data()]
    tiers = documents[1][ORG]["audiences"]
    tiers.append({"id": "guests", "title": "Guests of the house", "reads": ["public"]})
    tiers[1]["reads"] = ["guests"]
    put(documents[1][HARM], "audience", "guests")
    both = Books(*map(smallest.book, documents))
    found = {one.kind: one for one in compare(both).changes}
    assert found["document/audience"].direction is W
    assert "guests" in found["document/audience"].what


def test_an_event_on_which_a_clock_stands_still_is_for_a_reader() -> None:
    documents = [smallest.data(), smallest.data()]
    for data, begins in zip(
        documents, (["case-opened", "notice-received"], ["case-opened"]), strict=True
    ):
        put(data[LAW], "hold", HOLD)
        put(data[PLAY], "begins", begins)
    (found,) = compare(Books(*map(smallest.book, documents))).changes
    assert (found.kind, found.direction) == ("playbook/begins", U)


def test_tiers_that_do_not_read_each_other_are_for_a_reader() -> None:
    documents = [smallest.data(), smallest.data()]
    for data, tier in zip(documents, ("restricted", "privileged"), strict=True):
        data[ORG]["audiences"].append(
            {"id": "privileged", "title": "Counsel", "reads": ["internal"]}
        )
        put(data[HARM], "audience", tier)
    (found,) = compare(Books(*map(smallest.book, documents))).changes
    assert (found.kind, found.direction) == ("document/audience", U)
    assert "now also privileged, no longer restricted" in found.what


def test_a_time_that_is_written_in_another_unit_is_the_same_in_a_situation() -> None:
    one, other = ({"case-opened": [time]} for time in ("+60m", "+1h"))
    assert told(Row(TEST, "given.events", one, other)) == (set(), set())


def test_at_instead_of_by_is_as_strict_as_its_time() -> None:
    by, at, late = ({"a": one} for one in ({"by": "+1h"}, {"at": "+1h"}, {"at": "+2h"}))
    there, back = told(Row(TEST, "expect.milestones", by, at))
    assert there == {("scenario/deadline", S), ("scenario/expectation", S)}
    assert back == {("scenario/deadline", W), ("scenario/expectation", W)}
    there, back = told(Row(TEST, "expect.milestones", by, late))
    assert ("scenario/deadline", W) in there and ("scenario/deadline", S) in back


def test_a_long_text_is_shown_from_where_it_differs() -> None:
    long = "Thank you for your notice {case}. " * 10
    documents = [smallest.data(), smallest.data()]
    put(documents[0][TEXT], "body", f"{long}We have acted on it.")
    put(documents[1][TEXT], "body", f"{long}We have done nothing.")
    (found,) = compare(Books(*map(smallest.book, documents))).changes
    assert found.before.startswith("… ") and found.before.endswith("We have acted on it.")
    assert found.after.endswith("We have done nothing.")


def fields(data: Any, path: str = "") -> list[str]:
    """The paths of everything that can be left out."""
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    found = []
    for name, value in inner:
        at = f"{path}.{name}" if path else str(name)
        found += [*([at] if isinstance(data, dict) else []), *fields(value, at)]
    return found


@pytest.mark.parametrize("key", smallest.data())
def test_whatever_is_left_out_is_told_and_comes_back_the_other_way(key: str) -> None:
    whole = smallest.data()
    for path in fields(whole[key]):
        less = smallest.data()
        put(less[key], path, GONE)
        if path in ("kind", "id") or not isinstance(validate(deepcopy(less[key])), Document):
            continue
        before, after = smallest.book(whole), smallest.book(less)
        there = edited(Books(before, after))
        back = edited(Books(after, before))
        assert {(one.kind, one.how.mirrored) for one in there} == {
            (one.kind, one.how) for one in back
        }, path
        assert there or path.endswith(".go") or not edits(before.find(key), after.find(key)), path
        firm = {(one.kind, one.direction) for one in there} - {(one.kind, N) for one in there}
        for kind, direction in firm:
            assert (kind, direction.mirrored) in {(one.kind, one.direction) for one in back} or (
                direction is U
            ), path


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("steps.1.do", FENCED, OPEN),
        ("steps.1.do", FENCED, "Look at it twice."),
        ("steps.1.second", "counsel", GONE),
        ("steps.2.discharges", ["answer-law"], []),
        ("steps.1.records", ["Who decided"], []),
        ("never", ["Warn the accounts"], []),
        ("steps", [{**BLOCK, "records": ["Who decided"]}, CLOSE], [CLOSE]),
    ],
    ids=str,
)
def test_what_nobody_may_overlook_is_critical(path: str, before: Any, after: Any) -> None:
    documents = [smallest.data(), smallest.data()]
    for data, value in zip(documents, (before, after), strict=True):
        put(data[PLAY], path, value)
    (found,) = compare(Books(*map(smallest.book, documents))).changes
    assert found.weight is Weight.CRITICAL
