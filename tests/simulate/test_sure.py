"""What the critical path shows to be in time is in time: nothing late is left out, and no alarm that nobody hears."""

import pytest

from tests.simulate.build import ask, book, steps, task
from tests.simulate.random_books import STYLES, drawn
from tests.simulate.test_critical import search_of
from watchbill.rules.proof._playbooks import proven
from watchbill.simulate.proof.worst import Search


def held(then: str, *rows: str) -> list[str]:
    """The clocks that are searched of a law of an hour that stands still from one event to another."""
    law = (
        "kind: obligation\nid: answer-law\ndue: 1h\n"
        f"hold: {{from: held, until: released, then: {then}}}\n"
    )
    bands = "kind: guard-bands\ngone: true\n"
    said = "kind: facts\nevents:\n" + "".join(
        f"  - {{id: {id}, title: It happens}}\n"
        for id in ("case-opened", "notice-received", "held", "released")
    )
    of = book(law, bands, said, steps(*rows, duties="answer-law"))
    return [one.id for one in search_of(of).unsure() if one.kind == "law"]


STOP, GO, DONE = "marks: [held]", "id: stand, wait: released", "discharges: [answer-law]"


@pytest.mark.parametrize(
    ("then", "rows", "searched"),
    [
        # Ten minutes until counsel answers and two for the call, until it is held; two from then on once more.
        ("restart", (task("one", "47m", rest=STOP), GO, task("two", "57m", rest=DONE)), []),
        ("restart", (task("one", "48m", rest=STOP), GO, task("two", "57m", rest=DONE)), ["answer-law"]),
        ("restart", (task("one", "47m", rest=STOP), GO, task("two", "58m", rest=DONE)), ["answer-law"]),
        # Both together where it goes on from where it stood.
        ("resume", (task("one", "20m", rest=STOP), GO, task("two", "25m", rest=DONE)), []),
        ("resume", (task("one", "20m", rest=STOP), GO, task("two", "26m", rest=DONE)), ["answer-law"]),
    ],
)  # fmt: skip
def test_a_clock_that_may_be_held_is_in_time_before_and_after(then, rows, searched):
    assert held(then, *rows) == searched


def test_a_clock_is_searched_from_one_second_more_than_it_allows():
    target = "kind: service-level\ntargets:\n  P1: {{acknowledged: 2m, contained: {}}}\n"
    playbook = steps(task("one", "30s", rest="reaches: [contained]"))
    for within, searched in (("150s", []), ("149s", ["contained"])):
        search = search_of(book(target.format(within), playbook))
        assert [one.id for one in search.unsure()] == searched


@pytest.mark.parametrize(("times", "searched"), [(1, []), (2, ["answer-law"])])
def test_a_clock_that_goes_on_runs_once_for_each_time_that_a_way_comes_to_a_wait(times, searched):
    # 17 minutes until it is held, and then 17 at most from each release to the next hold, or 12 until it is met.
    again = ask("two", f"answer: A, go: one, at_most: {times}", f"answer: B, {DONE}")
    rows = task("one", "5m", rest=STOP), GO, again
    assert held("resume", *rows) == searched


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("number", range(16))
def test_what_is_late_is_found_and_so_is_every_alarm_that_nobody_hears(style, number):
    of, playbook, starts = drawn(style, number)
    search = search_of(of, starts)
    unsure = search.unsure()
    proof = search.proof(search.clocks)
    late = {(one.clock, one.since): one.slack for one in proof.worst if one.slack < 0}
    assert {clock for clock, _ in late} <= set(unsure)
    again = Search(of, playbook, search.people).proof(unsure, late=True)
    assert {(one.clock, one.since): one.slack for one in again.worst} == late
    assert set(again.alarms) == set(proof.alarms)


def test_late_clocks_are_proven_and_those_in_time_are_not():
    late = book(steps(task("one", "5h", rest="reaches: [contained]")))
    proof = proven(late, search_of(late).playbook)
    assert proof
    assert [(one.clock.id, one.slack) for one in proof.worst] == [("contained", -62 * 60)]
    in_time = book(steps(task("one", "1h", rest="reaches: [contained]")))
    assert proven(in_time, search_of(in_time).playbook) is None
