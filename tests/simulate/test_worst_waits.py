"""What goes on behind an event outside: lines that were waited for, and clocks that began to stand still late."""

from tests.simulate.build import ask, book, steps, task
from tests.simulate.held_clocks import CALLED, FACTS, MIDNIGHT, OFFICE, found, law, proven
from tests.simulate.test_worst_words import rows

HEAR, BANK = "id: hear, title: Wait, wait: heard", "id: bank, title: Wait, wait: bank-answered"
ASKED, HEARD = "marks: [asked]", "marks: [heard]"


def test_a_step_that_a_line_holds_up_over_an_event_outside_begins_with_the_event():
    of = book(
        FACTS,
        "kind: obligation\nid: answer-law\nstarts: heard\ndue: 1h\napplies_if: []\n",
        steps(
            task("one", rest="starts: [beside]"),
            task("two", "20m", rest="wait_for: [beside], discharges: [answer-law]"),
            beside=HEAR,
            duties="answer-law",
        ),
    )
    assert proven(of, "answer-law") == {("answer-law", "", "heard"): 40}
    told = rows(of)["answer-law", "heard"]
    assert told.sum == "`two` 20 min: done after 20 min, due after 1 h"
    assert told.way == (("", "heard happens"),)


def test_a_clock_that_begins_while_it_is_held_has_all_its_time_left_at_the_next_event_outside():
    of = book(
        FACTS,
        law("2h", "resume", starts="notice-received"),
        steps(
            task("one", rest=ASKED),
            BANK,
            task("two", "30m", rest="marks: [notice-received]"),
            HEAR,
            task("three", "40m", rest="discharges: [answer-law]"),
            duties="answer-law",
            more="begins: [case-opened]\n",
        ),
    )
    assert proven(of, "answer-law") == {
        ("answer-law", "", "bank-answered"): 120,
        ("answer-law", "", "heard"): 120 - 40,
    }


def test_a_clock_that_is_due_at_the_very_minute_at_which_it_is_held_is_late_behind_the_event():
    of = book(
        FACTS,
        law("2h", "resume"),
        steps(
            task("one", f"{120 - CALLED}m", rest=ASKED),
            HEAR,
            task("two", "30m", rest="discharges: [answer-law]"),
            duties="answer-law",
        ),
    )
    assert proven(of, "answer-law") == {
        ("answer-law", "", ""): 0,
        ("answer-law", "", "heard"): -30,
    }


def test_a_milestone_that_is_reached_lets_no_other_promise_go_on_that_is_held():
    of = book(
        FACTS,
        law("9d", "resume"),
        steps(
            task("one", "20m", rest=ASKED),
            task("two", "1h", rest="reaches: [resolved]"),
            task("three", "30m", rest=HEARD),
            task("four", "10m", rest="reaches: [contained]"),
            duties="answer-law",
        ),
    )
    assert proven(of, "contained") == {("contained", "P1", ""): 240 - 2 - 20 - 10}


def test_a_clock_has_to_be_in_time_by_an_event_outside_that_ends_its_hold_and_by_no_other():
    def of(first: tuple[str, str], second: tuple[str, str], *rows: str):
        laws = law("9d", "resume", hold=first), law("9d", "resume", "second-law", hold=second)
        end = task("end", "30m", rest="reaches: [contained], discharges: [answer-law]")
        duties = "answer-law, second-law"
        more = "begins: [case-opened]\n"
        return book(FACTS, *laws, steps(*rows, end, duties=duties, more=more))

    two = of(
        ("asked", "heard"),
        ("notice-received", "bank-answered"),
        task("one", "20m", rest="marks: [notice-received]"),
        HEAR,
        task("two", "1h", rest="marks: [bank-answered]"),
    )
    left = 240 - 2 - 20 - 30
    assert proven(two, "contained") == {("contained", "P1", "heard"): left}
    same = of(
        ("asked", "bank-answered"),
        ("asked", "heard"),
        task("one", "20m", rest=ASKED),
        HEAR,
        task("two", "1h", rest="marks: [bank-answered]"),
    )
    assert proven(same, "answer-law") == {("answer-law", "", "heard"): 9 * 1440 - CALLED - 20 - 30}


def test_a_promise_in_office_hours_that_is_held_twice_has_left_what_the_first_hold_left_it():
    level = "kind: service-level\ntargets:\n  P1: {contained: {within: 3h, calendar: office}}\n"
    of = book(
        FACTS,
        law("9d", "resume"),
        OFFICE,
        level,
        steps(
            task("one", "30m", rest=ASKED),
            task("two", "20h", rest=HEARD),
            task("three", "30m", rest=ASKED),
            task("four", "20h", rest=HEARD),
            task("five", "30m", rest="reaches: [contained]"),
            duties="answer-law",
        ),
    )
    worst = found(of, MIDNIGHT, 1440)["target", "contained", "P1", "3h", ""]
    # 32 minutes are gone by 16:30, 30 more by 13:00 of the next day; work of 30 begins at 9:00 of the third.
    assert (worst.slack, worst.at - MIDNIGHT) == (180 - 32 - 30 - 30, 15 * 60 + 58)


def test_a_severity_that_holds_before_all_is_over_is_promised_and_none_that_is_raised_behind():
    def of(*rows: str):
        level = "kind: service-level\nstarts: notice-received\n"
        return book(FACTS, level, steps(*rows, more="begins: [case-opened]\n"))

    reached = task("one", rest="reaches: [contained]")
    raised = ask("two", "answer: A, severity: P0")
    begun = task("three", rest="marks: [notice-received]")
    # Reached at 12, the promise begins at 32: with either severity, and none that comes behind both.
    normal = {("contained", "P1", ""): 32 + 240 - 12}
    assert proven(of(reached, raised, begun), "contained") == {
        **normal,
        ("contained", "P0", ""): 32 + 120 - 12,
    }
    late = normal[("contained", "P1", "")] - 10
    assert proven(of(reached, begun, raised), "contained") == {("contained", "P1", ""): late}


def test_who_waits_for_a_line_waits_for_those_outside_for_whom_it_waits_by_way_of_another_line():
    side, last = task("side", rest="wait_for: [behind]"), HEAR
    lines = f"lines: {{beside: [{{{side}}}], behind: [{{{last}}}]}}\n"
    main = steps(
        task("one", rest="starts: [beside, behind]"),
        task("two", rest="wait_for: [beside], marks: [notice-received]"),
        task("three", "20m", rest="reaches: [contained]"),
        more="begins: [case-opened]\n",
    )
    level = "kind: service-level\nstarts: notice-received\n"
    of = book(FACTS, level, main.replace("lines: {}\n", lines))
    assert proven(of, "contained") == {("contained", "P1", "heard"): 240 - 20}
