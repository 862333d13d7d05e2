"""Legal duties, sentence by sentence."""

import pytest

from tests.simulate.build import NOON, ask, book, duty, played, steps, task, watch, when
from watchbill.model.types import FactTest, parse_duration
from watchbill.simulate.clocks import alarms, held, run
from watchbill.timeline.counting import Rule
from watchbill.timeline.spans import Span
from watchbill.timeline.turns import FOREVER

HOUR = 3600
ANSWERED = task("one", rest="discharges: [answer-law]")


def law(*fields):
    return "kind: obligation\n" + "\n".join(fields)


def no_due(*fields):
    return law("without: [due]", *fields)


def one(*overlays, row=ANSWERED, **given):
    return duty(played(book(steps(row, duties="answer-law"), *overlays), **given))


def test_a_duty_is_due_its_period_after_the_event_that_starts_it():
    found = one()
    assert (found.started, found.due, found.latest) == (NOON, NOON + 48 * HOUR, NOON + 48 * HOUR)
    assert (found.status, found.met, found.slack) == ("met", NOON + 720, 48 * HOUR - 720)
    assert found.guard == NOON + 12 * HOUR


def test_an_event_within_the_playbook_starts_the_clock_at_the_end_of_its_step():
    of = book(
        steps(
            task("one", rest="marks: [notice-received]"),
            task("two", rest="discharges: [answer-law]"),
            duties="answer-law",
            more="begins: [case-opened]",
        )
    )
    assert duty(played(of)).started == NOON + 12 * 60


def test_a_discharge_before_the_clock_starts_counts():
    of = book(
        steps(
            ANSWERED,
            task("two", rest="marks: [notice-received]"),
            duties="answer-law",
            more="begins: [case-opened]",
        ),
        "kind: guard-bands\nbands:\n  - {obligation: answer-law, within: 0s}",
    )
    found = duty(played(of))
    assert (found.status, found.over_guard, found.slack) == ("met", 0, 48 * HOUR + 600)


def test_a_duty_whose_event_does_not_happen_does_not_arise():
    assert one(law("starts: case-opened")) is not None
    of = book(steps(ANSWERED, duties="answer-law", more="begins: [case-opened]"))
    assert duty(played(of)) is None


@pytest.mark.parametrize(
    ("force", "arises"),
    [
        ("{from: 2026-12-02}", True),
        ("{from: 2026-12-03}", False),
        ("{until: 2026-12-02}", True),
        ("{until: 2026-12-01}", False),
    ],
)
def test_a_duty_binds_on_the_days_on_which_it_is_in_force(force, arises):
    assert (one(law(f"in_force: {force}")) is not None) is arises


def test_the_day_on_which_a_law_binds_is_that_of_its_own_zone():
    assert one(law("in_force: {from: 2026-12-03}", "timezone: Pacific/Auckland")) is not None


def test_a_fact_that_contradicts_it_keeps_a_duty_from_arising():
    fact = FactTest("eu-linked", False, "not eu-linked")
    assert one(law("applies_if: [eu-linked]"), facts=(fact,)) is None
    assert one(law("applies_if: [eu-linked]")) is not None


def test_a_switch_that_counsel_has_not_set_counts_as_true():
    facts = "kind: facts\nswitches:\n  - {id: hosting, title: Do we host?}"
    trace = played(book(steps(ANSWERED, duties="answer-law"), facts))
    assert duty(trace) is not None
    assert "the switch `hosting` is not set: it counts as true" in trace.assumptions
    off = facts.replace("host?}", "host?, value: false, set_on: 2026-11-01, why: W}")
    assert one(off) is None


def test_a_duty_that_nobody_meets_is_missed():
    found = one(row=task("one"))
    assert (found.status, found.met, found.late) == ("missed", None, 0)


def test_a_duty_is_late_only_strictly_after_it_was_due():
    for due, status, late in (("12m", "met", 0), ("11m", "late", 60)):
        found = one(law(f"due: {due}"))
        assert (found.status, found.late) == (status, late)


def test_the_trace_says_from_when_a_duty_is_late():
    trace = played(book(steps(ANSWERED, duties="answer-law"), law("due: 5m")))
    assert when(trace, "late") == [5]
    assert "answer-law" in trace.late


def test_an_excuse_is_not_owed_even_where_it_is_met_late():
    row = ask("q", 'answer: "Yes", excuses: {answer-law: Withdrawn}')
    assert one(row=row, answers={"q": "Yes"}).status == "excused"
    late = ask("q", 'answer: "Yes", excuses: {answer-law: Withdrawn}, discharges: [answer-law]')
    found = one(law("due: 1m"), row=late, answers={"q": "Yes"})
    assert (found.status, found.reason, found.late) == ("excused", "Withdrawn", 0)


def test_a_right_is_decided_or_left_open_and_never_missed():
    assert one(law("binding: may")).status == "decided"
    assert one(law("binding: may"), row=task("one")).status == "open"


def test_the_duty_of_somebody_else_is_shown():
    assert one(law("binding: not-ours"), row=task("one")).status == "shown"


def test_a_standard_has_only_our_own_limit():
    found = one(no_due("standard: without delay"))
    assert (found.form, found.due, found.status) == ("standard", None, "met")
    assert found.slack == 12 * HOUR - 720
    limit = "kind: guard-bands\nbands:\n  - {obligation: answer-law, within: 10m}"
    found = one(no_due("standard: without delay"), limit)
    assert (found.status, found.over_guard) == ("met", 120)


def test_a_duty_to_keep_is_met_when_the_hold_is_set_and_says_until_when():
    found = one(no_due("keep: 6mo", "counting: months", "timezone: UTC"))
    assert (found.form, found.due, found.status) == ("keep", None, "met")
    # The day of the event is not counted: until the end of 2 June 2027.
    assert found.keep_until == NOON - 12 * HOUR + 183 * 86400


def test_what_comes_round_is_shown_and_what_the_order_sets_must_be_met():
    assert one(no_due("every: 7d"), row=task("one")).status == "shown"
    assert one(no_due("as_ordered: as it says"), row=task("one")).status == "missed"


def test_what_may_not_be_done_before_is_told():
    found = one(law("not_before: 1d", "counting: calendar-days", "timezone: UTC"))
    assert found.not_before == NOON + 36 * HOUR


def test_of_two_rows_of_our_limit_the_facts_choose_and_else_the_stricter():
    rows = (
        "kind: guard-bands\nbands:\n"
        "  - {obligation: answer-law, within: 2h, only_if: [eu-linked]}\n"
        "  - {obligation: answer-law, within: 6h, only_if: [not eu-linked]}"
    )
    assert one(rows, facts=(FactTest("eu-linked", True, "eu-linked"),)).guard == NOON + 2 * HOUR
    assert one(rows, facts=(FactTest("eu-linked", False, "no"),)).guard == NOON + 6 * HOUR
    assert one(rows).guard == NOON + 2 * HOUR


def test_the_alarms_of_our_limit_fall_at_half_three_quarters_and_nine_tenths():
    limit = "kind: guard-bands\nbands:\n  - {obligation: answer-law, within: 20m}"
    trace = played(book(steps(ANSWERED, duties="answer-law"), limit))
    assert duty(trace).alarms == ((50, NOON + 600), (75, NOON + 900), (90, NOON + 1080))
    # Met at minute 12: only the first of them rings.
    assert when(trace, "alarm", "answer-law 50 %") == [10]
    assert not when(trace, "alarm", "answer-law 75 %")


# Holds.

EVENTS = (
    "kind: facts\nevents:\n  - {id: case-opened, title: A}\n  - {id: notice-received, title: B}\n"
    "  - {id: asked, title: C}\n  - {id: told, title: D}"
)


def holding(then):
    return law("due: 1h", f"hold: {{from: asked, until: told, then: {then}}}")


HELD = (
    task("ask", "18m", rest="marks: [asked]"),
    "id: outside, wait: told",
    task("do", "5m", rest="discharges: [answer-law], reaches: [contained]"),
)


@pytest.mark.parametrize(("then", "due"), [("restart", 240), ("resume", 220)])
def test_a_held_clock_begins_anew_or_goes_on_from_where_it_stood(then, due):
    of = book(EVENTS, steps(*HELD, duties="answer-law"), holding(then))
    found = duty(played(of, events={"told": ["3h"]}))
    assert found.held == (Span(NOON + 20 * 60, NOON + 180 * 60),)
    assert found.due == NOON + due * 60
    assert (found.status, found.met) == ("met", NOON + 185 * 60)


def test_a_clock_that_nothing_releases_is_held():
    of = book(
        EVENTS, steps(task("ask", rest="marks: [asked]"), duties="answer-law"), holding("resume")
    )
    assert (duty(played(of)).status, duty(played(of)).due) == ("held", None)


def test_a_promise_stands_still_while_a_legal_clock_of_the_same_start_is_held():
    promise = "kind: service-level\nstarts: {}\ntargets:\n  P1: {{contained: 30m}}"
    for starts, due in (("notice-received", 30 + 160), ("case-opened", 30)):
        of = book(
            EVENTS, steps(*HELD, duties="answer-law"), holding("resume"), promise.format(starts)
        )
        (found,) = (one for one in played(of, events={"told": ["3h"]}).promises)
        assert found.due == NOON + due * 60


def test_a_hold_after_the_clock_has_run_out_changes_nothing():
    period = parse_duration("1h")
    assert run(0, period, Rule(), (Span(3600, 9000),)).due.operate_by == 3600
    assert run(0, period, Rule(), (Span(3599, 9000),)).due.operate_by == 9001
    assert run(0, period, Rule(), (Span(3599, 9000),), "restart").due.operate_by == 12600


def test_a_hold_that_lasts_when_the_clock_would_start_delays_it():
    assert run(100, parse_duration("1h"), Rule(), (Span(0, 200),)).due.operate_by == 3800
    assert run(300, parse_duration("1h"), Rule(), (Span(0, 200),)).due.operate_by == 3900
    assert run(0, parse_duration("1h"), Rule(), (Span(10, FOREVER),)).due is None


def test_holds_lie_between_the_event_that_stops_and_the_next_that_releases():
    from watchbill.model.law import Hold

    hold = Hold.model_validate({"from": "asked", "until": "told", "then": "resume"})
    marks = [("told", 5), ("asked", 10), ("asked", 12), ("told", 20), ("told", 30), ("asked", 40)]
    assert held(hold, marks) == (Span(10, 20), Span(40, FOREVER))


def test_alarms_do_not_count_what_is_held():
    assert alarms(0, 200, (Span(50, 150),), (50, 75)) == ((50, 50), (75, 175))


def test_a_role_that_is_closed_makes_the_duty_late_by_the_minutes_it_is():
    # Nobody is at the desk until 13:00.
    of = book(
        watch("watch", ("13:00-18:00", "a")),
        steps(ANSWERED, duties="answer-law"),
        law("due: 1h"),
    )
    found = duty(played(of))
    # Counsel answers at minute 10; the analyst is called then, is there at 62, and is done at 72.
    assert (found.status, found.late) == ("late", 720)
