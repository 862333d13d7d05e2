"""The worst minute where lines run side by side, facts are open, and ways are many."""

import pytest

from tests.simulate.build import ask, book, steps, task, watch
from tests.simulate.proving import engine, oracle, searched
from tests.timeline.build import at
from watchbill.model.response import Playbook
from watchbill.simulate.proof import paths

MIDNIGHT = at("2026-12-02T00:00") // 60
CONTAINED = ("target", "contained", "P1", "4h", "")
DESK = watch("watch", ("06:00-18:00", "a"))
ALWAYS = watch("legal-watch", ("24h", "c"), answers="5m")
CLOSING = MIDNIGHT + 16 * 60 + 30


def proven(of, minutes=60, first=MIDNIGHT):
    """The worst of each clock over so many minutes; the oracle says the same."""
    case = of, of.get(Playbook, "fraud-ring"), range(first, first + minutes)
    found = engine(*case)
    assert found == oracle(*case)
    return found


def test_of_two_lines_whichever_comes_first_calls_the_role_that_both_need():
    of = book(
        DESK,
        ALWAYS,
        steps(
            task("zero", "1m", rest="starts: [beside]"),
            task("one", "50m"),
            task("two", role="counsel", rest="reaches: [contained]"),
            beside=task("side", role="counsel", rest="earliest: 2h"),
        ),
    )
    # Until 17:06 work is done on the day, and counsel is called by it; behind that the side line was first.
    found = proven(of, 90, CLOSING)
    assert found[CONTAINED].slack < 0
    early = proven(of, 30, CLOSING)
    assert early[CONTAINED].slack == 240 - (2 + 1 + 50 + 5 + 10)


def test_a_fact_that_a_side_line_tells_is_open_to_whoever_comes_before_it_only():
    told = ask("tell", 'answer: "Yes", means: [eu-linked]', 'answer: "No", means: [not eu-linked]')
    of = book(
        DESK,
        ALWAYS,
        steps(
            task("zero", "1m", rest="starts: [beside]"),
            task("one", "50m"),
            task("only", "30m", role="counsel", rest="only_if: [eu-linked]"),
            task("end", role="counsel", rest="reaches: [contained]"),
            beside=told.replace("role: analyst", "role: counsel").replace("10m", "70m"),
        ),
    )
    found = proven(of, 90, CLOSING)
    assert found[CONTAINED].slack < 0
    # Counsel is there by then: called at minute 3 for the question.
    assert proven(of, 30, CLOSING)[CONTAINED].slack == 240 - (2 + 1 + 50 + 30 + 10)


@pytest.mark.parametrize("first", [MIDNIGHT, CLOSING])
def test_a_step_waits_for_a_line_whichever_of_the_two_is_longer(first):
    def of(main, side):
        return book(
            DESK,
            ALWAYS,
            steps(
                task("zero", "1m", rest="starts: [beside]"),
                task("one", main),
                task("two", role="counsel", rest="wait_for: [beside], reaches: [contained]"),
                beside=task("side", side, role="counsel"),
            ),
        )

    # The analyst answers at 06:02 at the latest, and for whoever comes in the evening the next morning.
    long, short = proven(of("20m", "90m"), 60, first), proven(of("90m", "20m"), 60, first)
    for found in (long, short):
        assert found[CONTAINED].slack < 240 - 100


def test_a_line_that_nothing_depends_on_changes_nothing():
    main = (task("zero", "1m", rest="starts: [beside]"), task("one", rest="reaches: [contained]"))
    with_line = proven(book(DESK, steps(*main, beside=task("side", "4h"))), 90, CLOSING)
    alone = proven(book(DESK, steps(*main, beside=task("side", "1m"))), 90, CLOSING)
    assert with_line == alone
    # But what calls a role first is not nothing.
    calls = book(
        steps(
            task("zero", "1m", rest="starts: [beside]"),
            task("one", "20m"),
            task("two", role="counsel", rest="reaches: [contained]"),
            beside=task("side", "4h", role="counsel"),
        )
    )
    assert proven(calls)[CONTAINED].slack == 240 - (2 + 1 + 20 + 10)


def test_every_way_is_gone_where_nobody_has_told_a_fact():
    of = book(
        steps(
            task("only", "30m", rest="only_if: [eu-linked]"),
            task("not", "20m", rest="only_if: [not eu-linked]"),
            task("end", rest="reaches: [contained]"),
        )
    )
    assert proven(of)[CONTAINED].slack == 240 - (2 + 30 + 10)


def test_an_answer_that_contradicts_the_one_before_it_stands_for_no_other_that_leads_the_same_way():
    yes = 'answer: "Yes", means: [eu-linked], go: q, at_most: 1'
    no, unclear = 'answer: "No", means: [not eu-linked]', 'answer: "Unclear"'
    of = book(steps(ask("q", yes, no, unclear), task("end", rest="reaches: [contained]")))
    assert proven(of)[CONTAINED].slack == 240 - (2 + 10 + 10 + 10)
    never = 'answer: "Both", means: [eu-linked, not eu-linked]'
    of = book(steps(ask("q", never, unclear), task("end", rest="reaches: [contained]")))
    assert proven(of)[CONTAINED].slack == 240 - (2 + 10 + 10)


def test_a_line_below_may_start_one_above_that_starts_one_below():
    side, low, last = (
        f"[{{{task(id, rest=rest)}}}]"
        for id, rest in (
            ("side", "starts: [last]"),
            ("low", "starts: [beside]"),
            ("far", "reaches: [contained]"),
        )
    )
    lines = f"lines: {{beside: {side}, below: {low}, last: {last}}}\n"
    of = book(steps(task("one", rest="starts: [below]")).replace("lines: {}\n", lines))
    assert proven(of)[CONTAINED].slack == 240 - (2 + 4 * 10)


def test_the_last_step_of_a_list_may_lead_back_to_what_matters():
    of = book(
        steps(
            ask("one", "answer: A, go: far", "answer: B"),
            task("mid", rest="reaches: [contained], go: end"),
            task("far", "1h", rest="go: mid, at_most: 1"),
        )
    )
    assert proven(of)[CONTAINED].slack == 240 - (2 + 10 + 60 + 10)


def test_a_milestone_may_lie_in_a_line_that_an_answer_starts_or_at_the_first_step_again():
    starts = ask("one", "answer: A, starts: [beside]", "answer: B")
    of = book(steps(starts, beside=task("side", rest="reaches: [contained]")))
    assert proven(of)[CONTAINED].slack == 240 - (2 + 10 + 10)
    of = book(
        steps(
            ask("one", "answer: A, reaches: [contained], go: end", "answer: B"),
            ask("two", "answer: C, go: one, at_most: 1", "answer: D"),
        )
    )
    assert proven(of)[CONTAINED].slack == 240 - (2 + 10 + 10 + 10)


def test_lines_that_wait_for_each_other_never_reach_what_lies_behind():
    first, other = (
        task("b", rest="wait_for: [other], reaches: [contained]"),
        task("c", rest="wait_for: [beside]"),
    )
    lines = f"lines: {{beside: [{{{first}}}], other: [{{{other}}}]}}\n"
    of = book(steps(task("one", rest="starts: [beside, other]")).replace("lines: {}\n", lines))
    assert [name[1] for name in proven(of)] == ["acknowledged"]


def test_a_line_that_somebody_who_waits_for_an_event_will_wait_for_is_not_forgotten():
    end = task("end", rest="wait_for: [other], reaches: [contained]")
    side = f"{{id: hear, title: Wait, wait: notice-received}}, {{{end}}}"
    lines = f"lines: {{beside: [{side}], other: [{{{task('c', '2h')}}}]}}\n"
    rows = task("one", rest="starts: [beside, other]"), task("two", "3h")
    level = "kind: service-level\nstarts: notice-received\n"
    more = "begins: [case-opened]\n"
    of = book(level, steps(*rows, more=more).replace("lines: {}\n", lines))
    assert proven(of)[*CONTAINED[:-1], "notice-received"].slack == 240 - 10


def again(*often):
    """A playbook of questions that may be asked so many times more each."""
    rows = [
        ask(f"q{n}", 'answer: "Yes"', f'answer: "No", go: q{n}, at_most: {times}', takes="1m")
        for n, times in enumerate(often)
    ]
    return book(steps(*rows, task("end", rest="reaches: [contained]")))


def test_of_all_ways_the_longest_counts():
    of = again(2, 3)
    assert proven(of, 10)[CONTAINED].slack == 240 - (2 + 3 + 4 + 10)
    found = searched(of, of.get(Playbook, "fraud-ring"), range(MIDNIGHT, MIDNIGHT + 10))
    assert found.ways == 3 * 4


def test_as_many_ways_as_can_be_told_are_told_and_of_one_more_none():
    minutes = range(MIDNIGHT, MIDNIGHT + 10)
    of = again(15, 15, 15)
    found = searched(of, of.get(Playbook, "fraud-ring"), minutes)
    (contained,) = (one for one in found.worst if one.clock.id == "contained")
    assert (contained.slack, found.too_many) == (60 * (240 - (2 + 3 * 16 + 10)), False)
    of = again(16, 240)
    found = searched(of, of.get(Playbook, "fraud-ring"), minutes)
    assert (found.worst, found.alarms, found.too_many, found.ways) == ((), (), True, 0)


def test_a_way_of_more_steps_than_anybody_goes_is_not_gone(monkeypatch):
    assert paths.MOST_STEPS == 100 * 4096
    of = book(steps(task("one"), task("two"), task("end", rest="reaches: [contained]")))
    case = of, of.get(Playbook, "fraud-ring"), range(MIDNIGHT, MIDNIGHT + 10), "target"
    # A line comes to each of three steps and ends it; then it is seen that all is over.
    for most, too_many in ((7, False), (6, True)):
        monkeypatch.setattr(paths, "MOST_STEPS", most)
        assert searched(*case).too_many == too_many
