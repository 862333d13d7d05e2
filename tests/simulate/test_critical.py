"""By when each duty is met at the latest: the critical path never says less than the search of all ways."""

import pytest

from tests.simulate.build import ask, book, steps, task, watch
from tests.simulate.proving import people_over
from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.simulate.proof.critical import Latest, latest
from watchbill.simulate.proof.extremes import extremes
from watchbill.simulate.proof.pages import answers
from watchbill.simulate.proof.people import people
from watchbill.simulate.proof.worst import Search
from watchbill.timeline.spans import Span
from watchbill.timeline.track import NEVER


def search_of(of: Book, starts: range | None = None) -> Search:
    playbook = of.get(Playbook, "fraud-ring")
    assert playbook
    return Search(of, playbook, people_over(of, starts) if starts else people(of))


def bounds(of: Book, silent: int = 0) -> list[Latest] | None:
    """What is so at the latest since the start and since each wait, with so many silent levels of the first path."""
    search = search_of(of)
    taken = search.taken[0]._replace(starts=(Span(*search.range),))
    (answered,) = answers(search.people, taken, silent)
    return latest(flow_of(search.playbook), extremes(search.people), search.sums, answered)


def met(of: Book, silent: int = 0, since: int = 0) -> dict[str, float] | None:
    """By duty or milestone the latest minute after the start, or since the wait of that number."""
    found = bounds(of, silent)
    return None if found is None else {id: at / 60 for id, at in found[since].met.items()}


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


def test_a_line_that_waits_for_one_below_it_goes_on_when_that_ends():
    rows = (
        f"{{beside: [{{{task('side', rest=f'wait_for: [below], {END}')}}}],"
        f" below: [{{{task('low', '1h')}}}]}}"
    )
    of = book(lines(rows, task("one", rest="starts: [beside, below]")))
    assert met(of) == {"acknowledged": 2, "contained": 2 + 10 + 60 + 10}


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


NIGHT = watch("legal-watch", ("06:00-18:00", "c"))


@pytest.mark.parametrize(
    ("rows", "contained"),
    [
        # Who is off at night is called at the end of the day and answers in the morning, 12 hours and 2 minutes on.
        ([task("one", role="counsel", rest=END)], 2 + 12 * 60 + 2 + 10 + 12 * 60),
        ([task("one", "13h", role="counsel", rest=END)], 2 + 12 * 60 + 2 + 13 * 60 + 24 * 60),
        ([task("one", rest=END), task("two", role="counsel")], 12),
    ],
)
def test_who_is_off_at_times_is_waited_for_as_long_as_it_may_last(rows, contained):
    # A bound: that the work begins when the call ends, and ends with the shift, may not come together.
    of = book(NIGHT, steps(*rows))
    assert (met(of) or {})["contained"] == contained
    assert least(search_of(of))["contained"] <= contained


def test_a_way_back_may_be_taken_as_often_as_it_says():
    rows = (
        task("one"),
        ask("two", "answer: A, go: one, at_most: 3, again_after: 5m", f"answer: B, {END}"),
    )
    of = book(steps(*rows))
    assert (met(of) or {})["contained"] == 2 + 20 + 3 * 25
    assert least(search_of(of))["contained"] == 2 + 20 + 3 * 25


def test_a_way_back_in_another_makes_later_what_the_other_leads_to_again():
    rows = (
        ask("zero", "answer: A", f"answer: B, go: end, {END}"),
        ask("one", "answer: A, go: one, at_most: 2", "answer: B"),
        ask("two", "answer: A, go: zero, at_most: 1", "answer: B"),
    )
    of = book(steps(*rows))
    assert (
        (met(of) or {})["contained"] == least(search_of(of))["contained"] == 2 + 10 + 30 + 10 + 10
    )


def test_a_side_line_that_is_begun_behind_a_way_back_is_later_by_it():
    rows = (
        task("one"),
        ask("two", "answer: A, go: one, at_most: 2", "answer: B"),
        task("three", rest=BESIDE),
    )
    side = f"{task('side')}}}\n    - {{{task('low', rest=END)}"
    of = book(steps(*rows, beside=side))
    assert (
        (met(of) or {})["contained"] == least(search_of(of))["contained"] == 2 + 20 + 40 + 10 + 20
    )


def test_what_lies_before_a_way_back_is_not_later_for_it():
    rows = (task("one", rest=END), ask("two", "answer: A, go: two, at_most: 3", "answer: B"))
    assert (met(book(steps(*rows))) or {})["contained"] == 12


def test_a_side_line_that_is_waited_for_is_later_by_the_way_back_in_it():
    side = ask("side", "answer: A, go: side, at_most: 2", "answer: B")
    rows = (task("one", rest=BESIDE), task("two", rest=f"{JOIN}, {END}"))
    assert (met(book(steps(*rows, beside=side))) or {})["contained"] == 2 + 10 + 10 + 10 + 20


WAIT = "id: stand, wait: notice-received"


def test_what_comes_after_a_wait_is_told_since_its_end():
    of = book(steps(task("one"), WAIT, task("two", "25m", rest=END)))
    assert met(of) == {"acknowledged": 2}
    assert met(of, since=1) == {"contained": 25}


def test_who_begins_with_a_wait_is_told_since_its_end():
    found = bounds(book(steps(WAIT, task("one", "25m", rest=END))))
    assert found
    assert [one.met for one in found] == [{"acknowledged": 120}, {"contained": 25 * 60}]


def test_who_was_paged_is_there_when_a_wait_with_which_it_begins_ends():
    of = book(BOTH, steps(WAIT, task("one", "25m", role="counsel", rest=END)))
    assert met(of, since=1) == {"contained": 25}


def test_a_way_back_before_a_wait_leads_to_it_again():
    again = ask("two", "answer: A, go: one, at_most: 2", f"answer: B, {END}")
    found = bounds(book(steps(task("one", rest="marks: [case-opened]"), WAIT, again)))
    assert found
    assert [(one.met.get("contained"), one.times) for one in found] == [(None, 1), (600, 3)]
    assert found[1].marked == {"notice-received": 0, "case-opened": 1200}


def test_lines_that_a_wait_finds_waiting_go_on_after_it():
    rows = f"{{beside: [{{{WAIT}}}, {{{task('low', '1h')}}}]}}"
    of = book(
        lines(rows, task("one", rest=BESIDE), task("two", rest=f"{JOIN}, {END}")),
    )
    assert met(of, since=1) == {"contained": 70}


def test_a_way_back_without_a_bound_is_not_known():
    assert met(book(steps(ask("one", "answer: A, go: one", "answer: B")))) is None


def test_what_lies_beyond_the_days_that_are_known_is_never():
    of = book(steps(task("one", "90d", rest=END)))
    # The first answer comes two minutes after the page; of the very same second the days still know.
    assert (met(of) or {})["contained"] == NEVER / 60
    of = book(steps(task("one", "2159h58m", rest=END)))
    assert (met(of) or {})["contained"] == 90 * 24 * 60


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
