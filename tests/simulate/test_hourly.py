"""By the hours that follow a start: never before the search of all ways, and the same where there is one way alone."""

import pytest

from tests.simulate.build import ask, book, steps, task, watch
from tests.simulate.random_books import STYLES, drawn
from tests.simulate.test_critical import BESIDE, END, JOIN, WAIT, least, lines, search_of
from tests.timeline.build import at
from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.extremes import extremes
from watchbill.simulate.proof.hourly import Hourly
from watchbill.simulate.proof.pages import answers
from watchbill.simulate.proof.when import FAR
from watchbill.simulate.proof.worst import Search
from watchbill.timeline.spans import Span
from watchbill.timeline.track import NEVER

# Counsel is there by day and the analyst always; a Wednesday.
NIGHT = watch("legal-watch", ("06:00-18:00", "c"))
DAY = at("2026-12-02T00:00")


def hourly_of(search: Search, origin: int = -1, silent: int = 0) -> list[Hourly]:
    """One for each group of answers to the pages of each path."""
    taken = [one._replace(starts=(Span(*search.range),)) for one in search.taken]
    flow, most = flow_of(search.playbook), extremes(search.people)
    return [
        Hourly(flow, most, answered, origin)
        for one in taken
        for answered in answers(search.people, one, min(silent, len(one.path.levels) - 1))
    ]


def met(of: Book, start: int, origin: int = -1) -> dict[str, float]:
    """By duty or milestone the latest minute after this start, or after a wait that ends then."""
    minute = (start // 60, start // 60 + 1)
    search = search_of(of, range(*minute))
    (hourly,) = hourly_of(search, origin)
    return {id: (instant - start) / 60 for id, instant in hourly.met(start).items()}


# The analyst is there 2 minutes after the page, counsel 2 after a call, when in office; a task takes 10.
@pytest.mark.parametrize(
    ("rows", "beside", "clock", "contained"),
    [
        ([task("one", role="counsel", rest=END)], "", "05:00", 60 + 2 + 10),
        ([task("one", role="counsel", rest=END)], "", "12:00", 14),
        ([task("one", role="counsel", rest=END)], "", "17:44", 14),
        # The day ends two minutes before the work.
        ([task("one", role="counsel", rest=END)], "", "17:48", 12 * 60 + 14),
        ([task("one", role="counsel", rest=END)], "", "23:30", 6 * 60 + 30 + 2 + 10),
        ([task("one", "13h", role="counsel", rest=END)], "", "05:58", 2 + 24 * 60 + 62),
        ([task("one", rest="second: counsel, reaches: [contained]")], "", "05:00", 72),
        ([task("one", role="counsel", rest="second: analyst, reaches: [contained]")], "", "05:00", 72),
        ([task("one", rest="earliest: 2h, reaches: [contained]")], "", "23:00", 130),
        ([task("one", role="counsel", rest="earliest: 2h, reaches: [contained]")], "", "04:30", 120 + 2 + 10),
        ([task("one", rest="again_after: 30m"), task("two", role="counsel", rest=END)], "", "05:10", 62),
        # What goes on beside, what waits for it, and what may be passed over.
        ([task("one", rest=BESIDE), task("two")], task("side", role="counsel", rest=END), "04:00", 132),
        ([task("one", rest=BESIDE), task("two", rest=f"{JOIN}, {END}")], task("side", role="counsel"), "04:00", 142),
        ([task("one", role="counsel", rest="only_if: [linked]"), task("two", rest=END)], "", "04:00", 142),
        ([task("one", role="counsel", rest="only_if: [linked], go: end"), task("two", rest=END)], "", "04:00", 12),
        # Of two ways the longer one, and of two steps that reach it the later.
        ([ask("one", f"answer: A, {END}", "answer: B"), task("two", role="counsel", rest=END)], "", "04:00", 132),
        ([ask("one", "answer: A", f"answer: B, go: end, {END}"), task("two", rest=END)], "", "04:00", 22),
    ],
)  # fmt: skip
def test_what_waits_for_a_morning_waits_until_then(rows, beside, clock, contained):
    of = book(NIGHT, steps(*rows, beside=beside))
    found = met(of, at(f"2026-12-02T{clock}"))
    assert (found["acknowledged"], found["contained"]) == (2, contained)


ONE_WAY = {
    "a night between": steps(task("one"), task("two", "3h", role="counsel", rest=END)),
    "two nights": steps(task("one", "1d", role="counsel", rest=END)),
    "two hands": steps(task("one", "5h", rest="second: counsel"), task("two", rest=END)),
    "beside": steps(
        task("one", rest="second: counsel, starts: [beside]"),
        task("two", "2h"),
        task("three", rest="wait_for: [beside], reaches: [contained]"),
        beside=task("side", "1h", role="counsel"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("hour", range(0, 24, 3))
@pytest.mark.parametrize("way", ONE_WAY)
def test_where_one_way_alone_is_gone_it_is_what_the_search_finds(way, hour):
    of, start = book(NIGHT, ONE_WAY[way]), DAY + hour * 3600 + 47 * 60
    minute = range(start // 60, start // 60 + 1)
    assert met(of, start)["contained"] == least(search_of(of, minute))["contained"]


@pytest.mark.parametrize(
    ("rows", "contained"),
    [
        # Each way back leads on once more, on another morning where the day is over.
        ((task("one"), ask("two", "answer: A, go: one, at_most: 3, again_after: 5m", f"answer: B, {END}")), 97),
        ((task("one", "6h", role="counsel"), ask("two", "answer: A, go: one, at_most: 2", f"answer: B, {END}")),
         24 * 60 + 28 + 360 + 10),
        ((task("one", rest=END), ask("two", "answer: A, go: two, at_most: 3", "answer: B")), 12),
    ],
)  # fmt: skip
def test_a_way_back_may_be_taken_as_often_as_it_says(rows, contained):
    of, start = book(NIGHT, steps(*rows)), at("2026-12-02T06:00")
    found = least(search_of(of, range(start // 60, start // 60 + 1)))["contained"]
    assert found <= met(of, start)["contained"] == contained


def test_what_comes_after_a_wait_is_told_since_its_end():
    of = book(NIGHT, steps(task("one"), WAIT, task("two", "25m", role="counsel", rest=END)))
    assert met(of, at("2026-12-02T05:00")) == {"acknowledged": 2}
    assert met(of, at("2026-12-02T05:00"), origin=1) == {"contained": 60 + 2 + 25}


def test_who_begins_with_a_wait_is_told_since_its_end():
    of = book(NIGHT, steps(WAIT, task("one", "25m", role="counsel", rest=END)))
    assert met(of, at("2026-12-02T05:00"), origin=0) == {"contained": 60 + 2 + 25}
    assert met(of, at("2026-12-02T12:00"), origin=0) == {"contained": 2 + 25}


def test_lines_that_a_wait_finds_waiting_go_on_after_it():
    rows = f"{{beside: [{{{WAIT}}}, {{{task('low', role='counsel')}}}]}}"
    of = book(NIGHT, lines(rows, task("one", rest=BESIDE), task("two", rest=f"{JOIN}, {END}")))
    (number,) = (stop.number for stop, _ in flow_of(search_of(of).playbook).waits)
    assert met(of, at("2026-12-02T04:00"), origin=number) == {"contained": 120 + 2 + 10 + 10}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("number", range(12))
def test_it_is_never_before_what_the_search_finds(style, number):
    of, _, starts = drawn(style, number)
    search = search_of(of, range(starts.start, starts.start + 1))
    first, known = search.range.start, dict[tuple[str, int], list[Hourly]]()
    origins = {step.wait: stop.number for stop, step in flow_of(search.playbook).waits}
    for one in search.proof(search.clocks).worst:
        clock, slack, since = one.clock, one.slack, one.since
        if clock.kind == "law" or clock.due or clock.event != "case-opened" or slack > FAR:
            continue
        key = since, clock.silent
        if key not in known:
            known[key] = hourly_of(search, origins.get(since, -1), clock.silent)
        latest = max(hourly.met(first).get(clock.id, first) for hourly in known[key])
        assert latest >= min(first + (clock.period or 0) - slack, NEVER)


def judged(of: Book, over: Span, *due: tuple[Clock, int]) -> set[Clock]:
    """The clocks that may be late; each is due so many minutes after a start."""
    search = search_of(of)
    (hourly,) = hourly_of(search)
    dues = [(clock, (minutes * 60).__add__) for clock, minutes in due]
    return hourly.late(dues, over.start, over.end - 1)


@pytest.mark.parametrize(("within", "searched"), [("14h", []), ("12h", ["contained"])])
def test_what_the_hours_show_to_be_in_time_is_not_searched(within, searched):
    # In all the longest call and the longest work last a day; in a night one of them waits.
    level = f"kind: service-level\nwarn_at: []\ntargets:\n  P1: {{contained: {within}}}\n"
    of = book(NIGHT, level, steps(task("one", role="counsel", rest=END)))
    assert [one.id for one in search_of(of).unsure()] == searched


def test_a_clock_is_late_that_is_late_for_one_start():
    of = book(NIGHT, steps(task("one", role="counsel", rest=END)))
    by_id = {one.id: one for one in search_of(of).clocks}
    contained, acknowledged = by_id["contained"], by_id["acknowledged"]
    week, hour = Span(DAY, DAY + 7 * 86400), 60
    # At 17:48, and until the morning: twelve hours and 14 minutes.
    assert judged(of, week, (contained, 734), (acknowledged, 1)) == {contained, acknowledged}
    assert judged(of, week, (contained, 733 + hour), (acknowledged, 1 + hour)) == set()
    assert judged(of, week, (contained, 733)) == {contained}
    # From the morning until the last hour it is met at once.
    day = Span(DAY + 6 * 3600, DAY + 16 * 3600)
    assert judged(of, day, (contained, 14 + hour)) == set()
    assert judged(of, day, (contained, 13)) == {contained}


def test_starts_of_one_hour_are_not_told_apart_and_those_of_more_are():
    of = book(NIGHT, steps(task("one", role="counsel", rest=END)))
    (contained,) = (one for one in search_of(of).clocks if one.id == "contained")
    noon = at("2026-12-02T12:00")
    for seconds, late in ((3600, {contained}), (3601, set())):
        over = Span(noon, noon + seconds + 1)
        assert judged(of, over, (contained, 14 + 59)) == late


def test_a_single_start_is_judged_for_itself():
    of = book(NIGHT, steps(task("one", role="counsel", rest=END)))
    (contained,) = (one for one in search_of(of).clocks if one.id == "contained")
    noon = at("2026-12-02T12:00")
    assert judged(of, Span(noon, noon + 1), (contained, 14)) == set()
    assert judged(of, Span(noon, noon + 1), (contained, 13)) == {contained}
