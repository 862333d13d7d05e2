"""Laws that an answer excludes long after they held a clock: it is as if they had never held it."""

import pytest

from tests.simulate.build import ask, book, played, promise, steps, task
from tests.simulate.held_clocks import FACTS, MIDNIGHT, law, proven

FIRST = law("9d", "resume", more="applies_if: [eu-linked]")
SECOND = law("9d", "resume", "second-law", hold=("notice-received", "bank-answered"))
ASKED, HEARD = task("one", "20m", rest="marks: [asked]"), task("two", "5m", rest="marks: [heard]")
NOTICE = task("three", "30m", rest="marks: [notice-received]")
BANK = task("four", "1h", rest="marks: [bank-answered]")
NOT = ask("told", 'answer: "No", means: [not eu-linked]', takes="15m")
END = task("end", "40m", rest="reaches: [contained]")


def of(*rows: str):
    return book(
        FACTS,
        FIRST,
        SECOND,
        steps(*rows, duties="answer-law, second-law", more="begins: [case-opened]\n"),
    )


# Work that is done while the second law holds the promise does not count, all other does.
@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        ((NOT, ASKED, NOTICE, BANK, END), 15 + 20 + 30 + 40),
        ((ASKED, NOT, NOTICE, BANK, END), 20 + 15 + 30 + 40),
        ((ASKED, NOTICE, NOT, BANK, END), 20 + 30 + 40),
        ((ASKED, NOTICE, BANK, NOT, END), 20 + 30 + 15 + 40),
        ((ASKED, NOTICE, BANK, END, NOT), 20 + 30 + 40),
        ((ASKED, HEARD, NOTICE, BANK, END, NOT), 20 + 5 + 30 + 40),
        ((ASKED, NOT, HEARD, NOTICE, BANK, END), 20 + 15 + 5 + 30 + 40),
        ((NOTICE, ASKED, BANK, HEARD, END, NOT), 30 + 5 + 40),
    ],
)
def test_of_two_laws_that_hold_a_promise_one_that_is_excluded_sooner_or_later_never_held_it(
    rows, counts
):
    assert proven(of(*rows), "contained") == {("contained", "P1", ""): 240 - 2 - counts}
    trace = played(of(*rows), MIDNIGHT * 60, answers={"told": "No"})
    assert promise(trace, "contained").slack == (240 - 2 - counts) * 60


def test_a_promise_that_only_an_excluded_law_held_over_an_event_outside_is_not_proven_behind_it():
    hear = "id: hear, title: Wait, wait: heard"
    assert proven(of(ASKED, hear, END, NOT), "contained") == {}
    so = NOT.replace('answer: "No", means: [not eu-linked]', 'answer: "So"')
    assert proven(of(ASKED, hear, END, so), "contained") == {
        ("contained", "P1", ""): 240 - 2 - 20,
        ("contained", "P1", "heard"): 240 - 2 - 20 - 40,
    }


def test_what_had_passed_of_a_promise_by_an_event_outside_is_told_by_the_law_that_holds_it():
    wait = "id: bank, title: Wait, wait: bank-answered"
    left = 240 - 2 - 20 - 30
    assert proven(of(ASKED, NOTICE, wait, END, NOT), "contained") == {
        ("contained", "P1", ""): left,
        ("contained", "P1", "bank-answered"): left - 40,
    }
