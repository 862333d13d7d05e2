"""The worst minute of clocks that stand still: what the engine proves, the oracle finds, and play plays."""

import pytest

from tests.simulate.build import ask, book, played, steps, task
from tests.simulate.held_clocks import CALLED, FACTS, MIDNIGHT, law, proven
from tests.simulate.oracle_people import NEVER


def slack(of):
    """What a case that is played has left at the discharge, in minutes."""
    return next(one.slack for one in played(of, MIDNIGHT * 60, silent_levels=1).duties) / 60


def held(due, then, first, between, last):
    """A law that is held and released by steps: work before, meanwhile and after, in minutes."""
    return book(
        FACTS,
        law(due, then),
        steps(
            task("one", f"{first}m", rest="marks: [asked]"),
            task("two", f"{between}m", rest="marks: [heard]"),
            task("three", f"{last}m", rest="discharges: [answer-law]"),
            duties="answer-law",
        ),
    )


def test_a_clock_that_resumes_runs_on_with_what_was_left_of_it():
    of = held("2h", "resume", 20, 300, 30)
    assert proven(of, "answer-law") == {("answer-law", "", ""): 120 - CALLED - 50}
    assert slack(of) == 120 - CALLED - 50


def test_a_clock_that_restarts_has_its_whole_time_again():
    of = held("2h", "restart", 20, 300, 30)
    assert proven(of, "answer-law") == {("answer-law", "", ""): 90}
    assert slack(of) == 90


def test_a_clock_that_was_due_before_it_was_held_is_late_and_does_not_restart():
    of = held("2h", "restart", 150, 30, 10)
    assert proven(of, "answer-law") == {("answer-law", "", ""): 120 - CALLED - 190}


@pytest.mark.parametrize("then", ["resume", "restart"])
def test_a_clock_that_is_due_at_the_very_minute_at_which_it_is_held_is_not_held(then):
    of = held("2h", then, 120 - CALLED, 300, 30)
    assert proven(of, "answer-law") == {("answer-law", "", ""): -330}
    assert slack(of) == -330
    # A minute earlier it is.
    of = held("2h", then, 119 - CALLED, 300, 30)
    left = {"resume": 1 - 30, "restart": 120 - 30}[then]
    assert proven(of, "answer-law") == {("answer-law", "", ""): left}
    assert slack(of) == left


def test_a_clock_that_was_met_is_over_and_a_later_hold_gives_it_no_time():
    of = book(
        FACTS,
        law("2h", "restart"),
        steps(
            task("one", "20m", rest="discharges: [answer-law]"),
            task("two", rest="marks: [asked]"),
            task("three", rest="marks: [heard]"),
            duties="answer-law",
        ),
    )
    assert proven(of, "answer-law") == {("answer-law", "", ""): 120 - CALLED - 20}
    assert slack(of) == 120 - CALLED - 20


def test_a_clock_that_is_met_while_it_is_held_has_left_what_it_had_when_it_was_held():
    of = book(
        FACTS,
        law("2h", "restart"),
        steps(
            task("one", "20m", rest="marks: [asked]"),
            task("two", "5h", rest="discharges: [answer-law]"),
            duties="answer-law",
        ),
    )
    assert proven(of, "answer-law") == {("answer-law", "", ""): 120 - CALLED - 20}
    assert slack(of) == 120 - CALLED - 20


def test_two_laws_that_are_held_together_pause_a_promise_once():
    of = book(
        FACTS,
        law("2d", "resume"),
        law("3d", "resume", "second-law"),
        steps(
            task("one", "20m", rest="marks: [asked]"),
            task("two", "1h", rest="marks: [heard]"),
            task("three", "30m", rest="reaches: [contained]"),
            duties="answer-law, second-law",
        ),
    )
    assert proven(of, "contained") == {("contained", "P1", ""): 240 - 2 - 50}


def test_a_raised_promise_runs_from_the_raise_and_pauses_no_less_than_the_other():
    of = book(
        FACTS,
        law("2d", "resume"),
        steps(
            ask("one", 'answer: "Yes", severity: P0', takes="30m"),
            task("two", "10m", rest="marks: [asked]"),
            task("three", "1h", rest="marks: [heard]"),
            task("four", "20m", rest="reaches: [contained]"),
            duties="answer-law",
        ),
    )
    assert proven(of, "contained") == {
        ("contained", "P1", ""): 240 - 2 - 60,
        ("contained", "P0", ""): 120 - 30,
    }


def test_a_raise_behind_an_event_waited_for_is_promised_from_the_raise_on():
    of = book(
        FACTS,
        steps(
            task("one"),
            "id: hear, title: Wait, wait: bank-answered",
            ask("two", 'answer: "Yes", severity: P0'),
            task("three", "20m", rest="reaches: [contained]"),
        ),
    )
    assert proven(of, "contained") == {("contained", "P0", "bank-answered"): 120 - 20}


def test_a_wait_that_restarts_is_proven_again_from_the_event_on_and_one_that_resumes_with_what_was_left():
    for then, left in (("restart", 120), ("resume", 120 - CALLED - 20)):
        of = book(
            FACTS,
            law("2h", then),
            steps(
                task("one", "20m", rest="marks: [asked]"),
                "id: hear, title: Wait, wait: heard",
                task("two", "30m", rest="discharges: [answer-law]"),
                duties="answer-law",
            ),
        )
        found = proven(of, "answer-law")
        # It has to be in time until it is held as well.
        assert found == {
            ("answer-law", "", ""): 120 - CALLED - 20,
            ("answer-law", "", "heard"): left - 30,
        }


def test_a_clock_whose_hold_never_comes_as_the_work_before_it_never_ends_is_never_in_time():
    of = book(
        FACTS,
        law("2h", "restart"),
        steps(
            task("one", "20m", rest="people: 2, marks: [asked]"),
            "id: hear, title: Wait, wait: heard",
            task("two", "30m", rest="discharges: [answer-law]"),
            duties="answer-law",
        ),
    )
    assert proven(of, "answer-law") == {("answer-law", "", ""): -NEVER}


def test_a_clock_that_is_late_is_late_until_the_hold_that_is_on_not_one_that_was_released():
    of = book(
        FACTS,
        law("2h", "resume"),
        steps(
            task("one", "150m", rest="marks: [asked]"),
            task("two", "30m", rest="marks: [heard]"),
            task("three", "60m", rest="marks: [asked]"),
            "id: hear, title: Wait, wait: heard",
            task("four", "30m", rest="discharges: [answer-law]"),
            duties="answer-law",
        ),
    )
    late = 120 - CALLED - 150 - 30 - 60
    assert proven(of, "answer-law") == {("answer-law", "", ""): late}


def test_a_side_line_that_waits_for_somebody_outside_holds_up_the_main_line_that_waits_for_it():
    of = book(
        FACTS,
        steps(
            task("one", rest="starts: [beside]"),
            ask("two", 'answer: "Yes", severity: P0', rest="wait_for: [beside]"),
            task("three", "20m", rest="reaches: [contained]"),
            beside="id: hear, title: Wait, wait: bank-answered",
        ),
    )
    assert proven(of, "contained") == {("contained", "P0", "bank-answered"): 120 - 20}


def test_two_events_outside_may_come_in_either_order():
    of = book(
        FACTS,
        steps(
            task("one", rest="starts: [beside]"),
            "id: hear, title: Wait, wait: heard",
            ask("two", 'answer: "Yes", severity: P0'),
            task("three", "20m", rest="reaches: [contained], wait_for: [beside]"),
            beside="id: bank, title: Wait, wait: bank-answered",
        ),
    )
    # With the bank first nothing is waited for any more when it is heard.
    assert proven(of, "contained") == {("contained", "P0", "heard"): 120 - 20}


def test_of_two_steps_that_end_at_the_same_minute_the_one_that_a_line_came_to_first_ends_first():
    def of(first: str, second: str):
        return book(
            FACTS,
            law("9d", "resume"),
            steps(
                task("one", rest="starts: [beside]"),
                task("two"),
                task("three", rest=f"marks: [{second}]"),
                task("four", "30m", rest="reaches: [contained]"),
                duties="answer-law",
                beside=task("side", "20m", rest=f"marks: [{first}]"),
            ),
        )

    # Held and released at once; or released when it is not held, and held until it is reached.
    assert proven(of("asked", "heard"), "contained") == {("contained", "P1", ""): 240 - 2 - 60}
    assert proven(of("heard", "asked"), "contained") == {("contained", "P1", ""): 240 - 2 - 30}
