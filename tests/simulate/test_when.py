"""Sums of instants for all starts at once agree with the same sums done start by start."""

from hypothesis import given
from hypothesis import strategies as st

from watchbill.simulate.proof.rooms import Rooms
from watchbill.simulate.proof.sums import Sums
from watchbill.simulate.proof.when import (
    FAR,
    Least,
    Range,
    When,
    after,
    at,
    before,
    below,
    between,
    either,
    first_minute,
    last,
    later,
    least,
    minutes,
    outside,
    plus,
    whole,
)
from watchbill.timeline.hours import opening, working
from watchbill.timeline.spans import Span, Spans, merged
from watchbill.timeline.track import NEVER, Piece, Track, always, less

ALL = Range(-90, 400)
STARTS = range(*ALL)

spans = st.lists(st.tuples(st.integers(-120, 900), st.integers(1, 200)), max_size=5).map(
    lambda rows: merged((start, start + length) for start, length in rows)
)
some_starts = st.lists(st.tuples(st.integers(-90, 390), st.integers(1, 150)), max_size=4).map(
    lambda rows: merged((start, min(start + length, 400)) for start, length in rows)
)


@st.composite
def laws(draw: st.DrawFn) -> Track:
    """A law over a range that reaches further than the starts."""
    open_ = draw(spans)
    if draw(st.booleans()):
        return opening(open_, ALL.start, 4000)
    return working(open_, draw(st.integers(1, 150)), ALL.start, 4000)


@st.composite
def whens(draw: st.DrawFn) -> When:
    if draw(st.integers(0, 2)) == 0:
        return draw(st.integers(0, 300))
    if draw(st.integers(0, 5)) == 0:
        return always(draw(st.integers(-100, 900)), *ALL)
    return after(draw(st.integers(0, 300)), draw(laws()), ALL)


@given(whens(), whens(), laws(), st.integers(0, 200))
def test_sums_are_those_of_each_start(one: When, other: When, law: Track, seconds: int) -> None:
    sums = Sums(ALL)
    for _ in range(2):
        found = sums.later(one, seconds), sums.after(one, seconds), sums.after(one, law)
        both = sums.last(one, other), sums.last(other, one), sums.last(one, one)
        for start in STARTS:
            a, b = at(one, start), at(other, start)
            assert [at(when, start) for when in found] == [a + seconds, a + seconds, law.at(a)]
            assert [at(when, start) for when in both] == [max(a, b), max(a, b), a]
    assert at(last(one, other, ALL), 60) == max(at(one, 60), at(other, 60))
    assert at(later(one, seconds), 60) == at(one, 60) + seconds


@given(whens(), whens(), whens())
def test_what_lies_between_is_a_length_and_added_again_it_leads_back(
    one: When, other: When, third: When
) -> None:
    gap = between(one, other, ALL)
    moved = plus(third, gap, ALL)
    for start in STARTS:
        length = gap if isinstance(gap, int) else gap.at(start)
        assert length == at(other, start) - at(one, start)
        assert at(moved, start) == at(third, start) + length


@given(whens(), whens(), st.booleans(), some_starts)
def test_one_comes_before_the_other_at_the_starts_at_which_it_does(
    one: When, other: When, strictly: bool, starts: Spans
) -> None:
    found = before(one, other, strictly, ALL, starts)
    expected = [
        start
        for start in (second for span in starts for second in range(*span))
        if at(one, start) < at(other, start) + (not strictly)
    ]
    assert [second for span in found for second in range(*span)] == expected
    left = outside(starts, found)
    assert merged([*left, *found]) == starts
    assert not set(expected) & {second for span in left for second in range(*span)}


@given(whens(), whens(), some_starts)
def test_either_is_the_one_within_the_spans_and_the_other_outside(
    one: When, other: When, starts: Spans
) -> None:
    within = {second for span in starts for second in range(*span)}
    for spans, inside in ((starts, within), (whole(ALL), {*STARTS}), ((), set())):
        found = either(spans, one, other, ALL)
        for start in STARTS:
            assert at(found, start) == at(one if start in inside else other, start)
        begins = [piece.start for piece in ALL.track(found).pieces]
        assert begins == sorted(set(begins))


@given(whens(), whens(), st.integers(-400, 400), some_starts)
def test_a_length_is_below_a_limit_at_the_starts_at_which_it_is(
    one: When, other: When, limit: int, starts: Spans
) -> None:
    gap = less(ALL.track(one), ALL.track(other))
    found = below(gap, limit, starts)
    seconds = [second for span in starts for second in range(*span) if gap.at(second) < limit]
    assert [second for span in found for second in range(*span)] == seconds


@given(some_starts)
def test_minutes_are_the_whole_ones(starts: Spans) -> None:
    here = [second for span in starts for second in range(*span) if second % 60 == 0]
    assert minutes(starts) == len(here)
    assert first_minute(starts) == (here[0] if here else NEVER)


@given(whens(), whens(), some_starts)
def test_the_least_length_is_that_of_the_whole_minutes(
    one: When, other: When, starts: Spans
) -> None:
    gap = between(one, other, ALL)
    found = least(gap, starts)
    lengths = {}
    for second in (second for span in starts for second in range(*span) if second % 60 == 0):
        length = gap if isinstance(gap, int) else gap.at(second)
        lengths[second] = length if abs(length) < FAR else NEVER if length > 0 else -NEVER
    if found is None:
        assert not lengths
        return
    assert found.value == min(lengths.values())
    sharing = [second for second, length in lengths.items() if length == found.value]
    here = [second for span in found.starts for second in range(*span) if second % 60 == 0]
    assert [second for second in here if second in lengths] == sharing
    if not isinstance(gap, int):
        assert here == sharing


@given(whens(), whens(), st.lists(st.integers(-300, 300) | st.just(NEVER)), some_starts)
def test_what_moves_along_with_others_has_the_slack_that_it_has_alone(
    one: When, other: When, others: list[int], starts: Spans
) -> None:
    rooms = Rooms(ALL)
    for met, due in ((one, other), *((n, other) for n in others), *((one, n) for n in others)):
        assert rooms.slack(met, due, starts) == least(between(met, due, ALL), starts)


def test_a_number_of_seconds_is_as_long_at_every_start() -> None:
    (starts,) = everything = whole(ALL)
    assert starts == Span(-90, 400)
    assert (between(30, 100, ALL), plus(30, 70, ALL), last(30, 100, ALL)) == (70, 100, 100)
    assert before(30, 30, True, ALL, everything) == ()
    assert before(30, 30, False, ALL, everything) == before(30, 31, True, ALL, everything)
    assert before(30, 31, True, ALL, everything) == everything
    assert before(31, 30, False, ALL, everything) == ()
    assert before(32, 30, False, ALL, everything) == ()
    assert least(70, everything) == Least(70, everything)
    assert least(70, (Span(1, 60), Span(61, 119))) is None


def test_what_never_comes_is_as_far_whenever_one_begins() -> None:
    never = always(NEVER, *ALL)
    late = between(10, never, ALL)
    early = between(never, 10, ALL)
    assert least(late, (Span(-60, 121),)) == Least(NEVER, (Span(-60, 180),))
    assert least(early, (Span(-60, 121),)) == Least(-NEVER, (Span(-60, 180),))
    assert least(never, (Span(0, 1),)) == Least(NEVER, (Span(0, 60),))


def test_a_length_that_rises_or_falls_is_below_a_limit_up_to_or_from_a_second() -> None:
    everything = (Span(0, 60),)
    assert below(Track((Piece(0, 0, 1),), 60), 5, everything) == (Span(0, 5),)
    assert below(Track((Piece(0, 10, -1),), 60), 5, everything) == (Span(6, 60),)
    assert below(Track((Piece(0, 0, 2),), 60), 5, everything) == (Span(0, 3),)
    assert below(Track((Piece(0, 10, -2),), 60), 5, everything) == (Span(3, 60),)
    assert below(Track((Piece(0, 4, 0), Piece(30, 5, 0)), 60), 5, everything) == (Span(0, 30),)


def test_what_is_the_same_whenever_one_begins_stays_a_number() -> None:
    everything = whole(ALL)
    assert (either((), 30, 40, ALL), either(everything, 30, 40, ALL)) == (40, 30)
    assert (later(30, 5), after(30, 5, ALL), last(30, 40, ALL)) == (35, 35, 40)
    assert outside(everything, ()) is everything


def test_a_sum_that_ways_share_is_done_once() -> None:
    sums, one = Sums(ALL), Track((Piece(-90, 100, 0),), 400)
    law = Track((Piece(-90, 200, 1), Piece(150, 600, 0)), 4000)
    for when in (one, 30):
        assert sums.after(when, law) is sums.after(when, law)
        assert sums.after(when, law) is not sums.after(when, one)
    assert sums.later(one, 5) is sums.later(one, 5)
    assert sums.later(one, 5) is not sums.later(one, 6)
    assert sums.later(one, 0) is one
    crossing = Track((Piece(-90, -50, 1),), 400)
    assert sums.last(one, crossing) is sums.last(one, crossing)
    # What is never the earlier of two is the later one as it is: it lies 299 before the start to 190 behind it.
    assert sums.last(one, -299) is one and sums.last(-299, one) is one
    assert (sums.last(190, one), sums.last(one, 190)) == (190, 190)
