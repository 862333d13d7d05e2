"""By when each duty is met at the latest: the critical path never says less than the search of all ways."""

import pytest

from tests.simulate.build import ask, book, steps, task, watch
from tests.simulate.proving import people_over
from tests.simulate.random_books import drawn
from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.proof._playbooks import proven
from watchbill.simulate.proof.critical import latest, steady
from watchbill.simulate.proof.pages import answers
from watchbill.simulate.proof.people import people
from watchbill.simulate.proof.worst import Search
from watchbill.timeline.spans import Span


def search_of(of: Book, starts: range | None = None) -> Search:
    playbook = of.get(Playbook, "fraud-ring")
    assert playbook
    return Search(of, playbook, people_over(of, starts) if starts else people(of))


def met(of: Book, silent: int = 0) -> dict[str, float] | None:
    """By duty or milestone the latest minute after the start, with so many silent levels of the first path."""
    search = search_of(of)
    flow = flow_of(search.playbook)
    assert steady(flow, search.people)
    taken = search.taken[0]._replace(starts=(Span(*search.range),))
    (answered,) = answers(search.people, taken, silent)
    found = latest(flow, search.people, search.sums, answered)
    return None if found is None else {id: at / 60 for id, at in found.items()}


def least(search: Search) -> dict[str, float]:
    """By milestone the latest minute that the search of all ways finds."""
    found = search.proof(search.clocks).worst
    return {one.clock.id: ((one.clock.period or 0) - one.slack) / 60 for one in found}


END, BESIDE, JOIN = "reaches: [contained]", "starts: [beside]", "wait_for: [beside]"


# The analyst is there 2 minutes after the page, counsel 5 after a call; a task takes 10.
@pytest.mark.parametrize(
    ("rows", "beside", "contained"),
    [
        ([task("one", rest=END)], "", 12),
        ([task("one"), task("two", "25m", rest=END)], "", 37),
        ([task("one", role="counsel", rest=END)], "", 17),
        ([task("one", rest="second: counsel, reaches: [contained]")], "", 17),
        ([task("one", role="counsel", rest="second: analyst, reaches: [contained]")], "", 17),
        ([task("one", rest="earliest: 1h, reaches: [contained]")], "", 70),
        ([task("one", rest="earliest: 1m, reaches: [contained]")], "", 12),
        # Of two ways the longer one, and of two steps that reach it the later.
        ([ask("one", "answer: A, go: three", "answer: B"), task("two"), task("three", rest=END)], "", 32),
        ([ask("one", f"answer: A, {END}", "answer: B"), task("two", rest=END)], "", 22),
        ([ask("one", "answer: A, again_after: 30m", "answer: B"), task("two", rest=END)], "", 52),
        ([task("one", rest="again_after: 30m"), task("two", rest=END)], "", 52),
        ([task("one", rest="go: end"), task("two", rest=END)], "", None),
        # A step that may be passed over.
        ([task("one", "2h", rest="only_if: [linked]"), task("two", rest=END)], "", 132),
        ([task("one", "2h", rest="only_if: [linked], go: end"), task("two", rest=END)], "", 12),
        # A side line, begun by a step and by an answer; what waits for it; what need not.
        ([task("one", rest=BESIDE), task("two")], task("side", "1h", rest=END), 72),
        ([ask("one", f"answer: A, {BESIDE}"), task("two")], task("side", "1h", rest=END), 72),
        ([task("one", rest=BESIDE), task("two", rest=f"{JOIN}, {END}")], task("side", "1h"), 82),
        ([task("one", rest=BESIDE), task("two", "3h"), task("six", rest=f"{JOIN}, {END}")], task("side", "1h"), 202),
        ([task("one"), task("two", rest=f"{JOIN}, {END}")], task("side", "1h"), 22),
        ([task("one", rest=BESIDE), task("two", "3h", rest=END)], task("side", rest=END), 192),
        ([task("one", rest=BESIDE), task("two", rest=BESIDE)], task("side", rest=END), 32),
    ],
)  # fmt: skip
def test_the_longest_way_to_a_milestone(rows, beside, contained):
    of = book(steps(*rows, beside=beside))
    found = met(of)
    assert found is not None
    assert (found["acknowledged"], found.get("contained")) == (2, contained)


def lines(rows: str, *main: str) -> str:
    return steps(*main).replace("lines: {}\n", f"lines: {rows}\n")


def test_a_line_without_steps_ends_where_it_begins():
    main = task("one", rest=BESIDE), task("two", rest=f"{JOIN}, {END}")
    assert met(book(lines("{beside: []}", *main))) == {"acknowledged": 2, "contained": 22}


def test_a_line_may_be_begun_by_one_that_stands_below_it():
    rows = f"{{beside: [{{{task('side', rest=END)}}}], below: [{{{task('low', rest=BESIDE)}}}]}}"
    of = book(lines(rows, task("one", rest="starts: [below]")))
    assert met(of) == {"acknowledged": 2, "contained": 32}


def test_lines_may_be_begun_upwards_one_by_the_other_and_go_on_below():
    for more, contained in (("", 42), (f", {{{task('more')}}}", 42)):
        rows = (
            f"{{beside: [{{{task('side', rest=END)}}}], mid: [{{{task('mid', rest=BESIDE)}}}{more}],"
            f" low: [{{{task('low', rest='starts: [mid]')}}}{more.replace('more', 'other')}]}}"
        )
        of = book(lines(rows, task("one", rest="starts: [low]")))
        assert met(of) == {"acknowledged": 2, "contained": contained}


def test_a_role_that_was_paged_is_there_when_it_answers_and_is_not_called_again():
    rows = (task("one", role="counsel", rest="reaches: [contained]"),)
    # With the first level silent counsel answers 20 minutes after the start; the analyst is called then.
    silent = met(book(steps(*rows)), silent=1)
    assert silent is not None
    assert silent["contained"] == silent["acknowledged"] + 10
    slow = book(
        watch("legal-watch", ("24h", "c"), answers="50m"),
        BOTH,
        steps(*rows),
    )
    assert met(slow) == {"acknowledged": 2, "contained": 60}


COUNSEL = """\
kind: schedule
id: legal-watch
cover: as-listed
answers_within: 5m
shifts:
  - {id: s0, region: emea, timezone: UTC, hours: "00:00-12:00", days: every-day, members: [c], from: 2026-11-30}
  - {id: s1, region: emea, timezone: UTC, hours: "12:00-24:00", days: every-day, members: [c], from: 2026-11-30,
     answers_within: 50m}
"""
BOTH = """\
kind: escalation
paths:
  main: {title: Path, decides: analyst, levels: [{after: 0m, page: [analyst, counsel]}]}
matrix:
  - {path: main}
"""


def test_who_answers_later_at_some_hours_is_taken_at_those():
    of = book(COUNSEL, steps(task("one", "30m", role="counsel", rest=END)))
    assert met(of) == {"acknowledged": 2, "contained": 82}
    of = book(COUNSEL, BOTH, steps(task("one", "30m", role="counsel", rest=END)))
    assert met(of) == {"acknowledged": 2, "contained": 80}


def test_a_clock_that_may_be_held_is_searched():
    law = "kind: obligation\nid: answer-law\nhold: {from: case-opened, until: notice-received, then: restart}\n"
    search = search_of(
        book(law, steps(task("one", rest="discharges: [answer-law]"), duties="answer-law"))
    )
    held = [clock for clock in search.clocks if clock.holds]
    assert {clock.id for clock in held} >= {"answer-law"}
    assert search.unsure() == held


def test_lines_that_wait_for_each_other_are_not_known():
    rows = (task("one", rest="starts: [beside]"), task("two", rest="wait_for: [beside]"))
    of = book(steps(*rows, beside=task("side", rest="wait_for: [beside]")))
    assert met(of) is None


def test_a_duty_is_met_by_whatever_discharges_it():
    of = book(
        steps(
            task("one", rest="discharges: [answer-law]"),
            ask("two", "answer: A, discharges: [answer-law]"),
            duties="answer-law",
        )
    )
    assert met(of) == {"acknowledged": 2, "answer-law": 22}


@pytest.mark.parametrize(
    "overlays",
    [
        # Somebody is off at times; somebody outside is waited for; a way leads back.
        (watch("watch", ("06:00-18:00", "a")), steps(task("one", rest="reaches: [contained]"))),
        (watch("legal-watch", ("06:00-18:00", "c")), steps(task("one", rest="second: counsel"))),
        (
            watch("legal-watch", ("06:00-18:00", "c")),
            steps(task("one"), task("two", role="counsel")),
        ),
        (steps(task("one", rest="people: 2")),),
        (steps(task("one"), "id: two, wait: notice-received", task("three")),),
        (steps(ask("one", "answer: A, go: one, at_most: 1", "answer: B")),),
    ],
)
def test_where_it_may_not_be_asked_every_clock_is_searched(overlays):
    search = search_of(book(*overlays))
    assert not steady(flow_of(search.playbook), search.people)
    assert search.unsure() == list(search.clocks)


def test_a_clock_is_searched_from_one_second_more_than_it_allows():
    target = "kind: service-level\ntargets:\n  P1: {{acknowledged: 2m, contained: {}}}\n"
    playbook = steps(task("one", "30s", rest="reaches: [contained]"))
    for within, searched in (("150s", []), ("149s", ["contained"])):
        search = search_of(book(target.format(within), playbook))
        assert [one.id for one in search.unsure()] == searched


@pytest.mark.parametrize("number", range(60))
def test_it_is_never_less_than_the_search_finds_and_what_is_late_is_found(number):
    of, playbook, starts = drawn("always", number)
    search = search_of(of, starts)
    unsure = search.unsure()
    proof = search.proof(search.clocks)
    late = {(one.clock, one.since): one for one in proof.worst if one.slack < 0}
    assert {clock for clock, _ in late} <= set(unsure)
    again = Search(of, playbook, search.people).proof(unsure)
    assert {(one.clock, one.since): one for one in again.worst if one.slack < 0} == late
    assert again.alarms == proof.alarms


def test_where_one_way_alone_is_gone_it_is_what_the_search_finds():
    of = book(
        steps(
            task("one", rest="second: counsel, starts: [beside]"),
            task("two", "2h"),
            task("three", rest="wait_for: [beside], reaches: [contained]"),
            beside=task("side", "1h", role="counsel"),
        )
    )
    assert least(search_of(of))["contained"] == (met(of) or {})["contained"]


def test_late_clocks_are_proven_and_those_in_time_are_not():
    late = book(steps(task("one", "5h", rest="reaches: [contained]")))
    proof = proven(late, search_of(late).playbook)
    assert proof
    assert [(one.clock.id, one.slack) for one in proof.worst] == [("contained", -62 * 60)]
    in_time = book(steps(task("one", "1h", rest="reaches: [contained]")))
    assert proven(in_time, search_of(in_time).playbook) is None
