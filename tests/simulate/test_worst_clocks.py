"""When a clock runs, at the worst minute: held by several laws, by none that a fact excludes, begun late, in force."""

from tests.simulate.build import ask, book, steps, task
from tests.simulate.held_clocks import CALLED, FACTS, MIDNIGHT, found, law, proven

HEAR = "id: hear, title: Wait, wait: heard"
BANK = "id: bank, title: Wait, wait: bank-answered"
# A promise is proven with the analyst, who answers at 2.
ANSWERED = 2


def test_a_promise_stands_still_from_the_first_hold_to_the_last_release_of_laws_with_other_events():
    of = book(
        FACTS,
        law("2d", "resume"),
        law("3d", "resume", "second-law", hold=("notice-received", "bank-answered")),
        steps(
            task("one", "20m", rest="marks: [asked]"),
            task("two", "15m", rest="marks: [notice-received]"),
            task("three", "1h", rest="marks: [heard]"),
            task("four", "40m", rest="marks: [bank-answered]"),
            task("five", "30m", rest="reaches: [contained]"),
            duties="answer-law, second-law",
            more="begins: [case-opened]\n",
        ),
    )
    assert proven(of, "contained") == {("contained", "P1", ""): 240 - ANSWERED - 20 - 30}


def test_a_promise_only_pauses_while_a_law_is_held_that_begins_anew():
    of = book(
        FACTS,
        law("2d", "restart"),
        steps(
            task("one", "20m", rest="marks: [asked]"),
            task("two", "1h", rest="marks: [heard]"),
            task("three", "30m", rest="discharges: [answer-law], reaches: [contained]"),
            duties="answer-law",
        ),
    )
    assert proven(of, "contained", "answer-law") == {
        ("contained", "P1", ""): 240 - ANSWERED - 20 - 30,
        ("answer-law", "", ""): 2880 - 30,
    }


def test_a_release_that_is_not_its_own_does_not_let_a_clock_go_on():
    of = book(
        FACTS,
        law("2d", "resume"),
        law("3d", "resume", "second-law", hold=("notice-received", "bank-answered")),
        steps(
            task("one", "20m", rest="marks: [notice-received]"),
            task("two", "1h", rest="marks: [heard]"),
            task("three", "30m", rest="discharges: [answer-law], reaches: [contained]"),
            duties="answer-law, second-law",
            more="begins: [case-opened]\n",
        ),
    )
    assert proven(of, "contained", "answer-law") == {
        ("contained", "P1", ""): 240 - ANSWERED - 20,
        ("answer-law", "", ""): 2880 - CALLED - 110,
    }


def excluded(first: str, second: str):
    """A promise and a law for persons in the Union; one of the two questions tells that none is concerned."""
    told = 'answer: "No", means: [not eu-linked]'
    plain = 'answer: "So"'
    return book(
        FACTS,
        law("2d", "resume", more="applies_if: [eu-linked]"),
        steps(
            ask("one", told if first else plain, takes="20m"),
            task("two", rest="marks: [asked]"),
            ask("three", told if second else plain, takes="1h"),
            task("four", rest="marks: [heard]"),
            task("five", "30m", rest="reaches: [contained]"),
            duties="answer-law",
        ),
    )


def test_a_law_that_a_fact_excludes_holds_no_promise_whether_that_is_known_before_or_while_it_would():
    for told in (("yes", ""), ("", "yes")):
        assert proven(excluded(*told), "contained") == {("contained", "P1", ""): 240 - 2 - 130}
    assert proven(excluded("", ""), "contained") == {("contained", "P1", ""): 240 - 2 - 60}


YES, NO = 'answer: "Yes", means: [eu-linked]', 'answer: "No", means: [not eu-linked]'


def asked(*answers: str, last: bool = False):
    """A promise, and a law that holds it for an hour; whom it concerns is asked at the beginning or when it is over."""
    rows = (task("one", rest="marks: [asked]"), task("two", "1h", rest="marks: [heard]"))
    question = ask("whom", *answers, takes="20m")
    return book(
        FACTS,
        law("2d", "resume", more="applies_if: [eu-linked]"),
        steps(
            *((*rows, question) if last else (question, *rows)),
            task("three", "30m", rest="reaches: [contained]"),
            duties="answer-law",
        ),
    )


def test_answers_that_say_whether_a_law_holds_a_promise_are_different_ways():
    for answers in ((YES, NO), (NO, YES)):
        assert proven(asked(*answers), "contained") == {("contained", "P1", ""): 240 - 2 - 120}
    assert proven(asked(YES), "contained") == {("contained", "P1", ""): 240 - 2 - 60}


def test_a_law_that_is_excluded_when_its_hold_is_over_has_held_no_promise():
    for answers in ((YES, NO), (NO,)):
        of = asked(*answers, last=True)
        assert proven(of, "contained") == {("contained", "P1", ""): 240 - 2 - 120}
    of = asked(YES, 'answer: "So"', last=True)
    assert proven(of, "contained") == {("contained", "P1", ""): 240 - 2 - 60}


def test_a_clock_that_begins_behind_an_event_outside_while_its_hold_is_on_stands_still_at_once():
    of = book(
        FACTS,
        law("2h", "resume", starts="notice-received"),
        steps(
            task("one", rest="marks: [asked]"),
            BANK,
            task("two", "30m", rest="marks: [notice-received]"),
            task("three", "90m", rest="marks: [heard]"),
            task("four", "40m", rest="discharges: [answer-law]"),
            duties="answer-law",
            more="begins: [case-opened]\n",
        ),
    )
    assert proven(of, "answer-law") == {("answer-law", "", "bank-answered"): 120 - 40}


def test_a_clock_that_stands_still_over_another_event_keeps_what_was_left_of_it_or_begins_anew():
    for then, left in (("resume", 120 - CALLED - 20), ("restart", 120)):
        of = book(
            FACTS,
            law("2h", then),
            steps(
                task("one", "20m", rest="marks: [asked]"),
                BANK,
                task("two", "90m", rest="marks: [heard]"),
                task("three", "40m", rest="discharges: [answer-law]"),
                duties="answer-law",
            ),
        )
        assert proven(of, "answer-law") == {("answer-law", "", "bank-answered"): left - 40}


def test_of_two_laws_with_the_same_hold_one_that_applies_is_enough_for_the_promise_to_stand_still():
    of = book(
        FACTS,
        law("2d", "resume", more="applies_if: [eu-linked]"),
        law("3d", "resume", "second-law"),
        steps(
            ask("one", 'answer: "No", means: [not eu-linked]', takes="20m"),
            task("two", rest="marks: [asked]"),
            task("three", "1h", rest="marks: [heard]"),
            task("four", "30m", rest="reaches: [contained]"),
            duties="answer-law, second-law",
        ),
    )
    assert proven(of, "contained") == {("contained", "P1", ""): 240 - ANSWERED - 60}


def test_a_promise_whose_event_comes_behind_an_event_outside_runs_from_there():
    level = "kind: service-level\nstarts: notice-received\n"
    of = book(
        FACTS,
        level,
        steps(
            task("one"),
            HEAR,
            task("two", "30m", rest="marks: [notice-received]"),
            task("three", "40m", rest="reaches: [contained]"),
            more="begins: [case-opened]\n",
        ),
    )
    assert proven(of, "contained") == {("contained", "P1", "heard"): 240 - 40}


def test_a_law_binds_whoever_it_bound_when_the_clock_began_even_if_the_event_comes_on_a_later_day():
    def until(day: str):
        return book(
            FACTS,
            law("2h", "resume", more=f"in_force: {{until: {day}}}\ntimezone: UTC"),
            steps(
                task("one", "20m", rest="marks: [asked]"),
                HEAR,
                task("two", "30m", rest="discharges: [answer-law]"),
                duties="answer-law",
            ),
        )

    half = found(until("2026-12-01"), MIDNIGHT - 30)
    assert half["law", "answer-law", "", "2h", ""].shared == 30
    assert half["law", "answer-law", "", "2h", "heard"].shared == 60
    name = ("law", "answer-law", "", "2h", "")
    assert name not in found(until("2026-11-30"), MIDNIGHT - 30)
    assert found(until("2026-12-02"), MIDNIGHT - 30)[name].shared == 60
