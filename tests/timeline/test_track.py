"""Tracks agree with plain stepping, second by second."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchbill.timeline import hours
from watchbill.timeline import track as tracks
from watchbill.timeline.spans import Span, Spans, merged
from watchbill.timeline.track import NEVER, Piece, Track

END = 60
Rows = tuple[tuple[int, int, int], ...]


def track_of(rows: Rows) -> Track:
    return Track(tuple(Piece(*row) for row in rows), END)


@st.composite
def some_spans(draw: st.DrawFn) -> Spans:
    rows = draw(st.lists(st.tuples(st.integers(-20, 90), st.integers(1, 25)), max_size=6))
    return merged((start, start + length) for start, length in rows)


@st.composite
def some_track(draw: st.DrawFn) -> Track:
    spans = draw(some_spans())
    kind = draw(st.sampled_from(["beginning", "always", "opening", "working"]))
    if kind == "beginning":
        return tracks.beginning(0, END).later(draw(st.integers(0, 9)))
    if kind == "always":
        return tracks.always(draw(st.integers(0, 70)), 0, END)
    if kind == "opening":
        return hours.opening(spans, 0, 4 * END)
    return hours.working(spans, draw(st.integers(0, 20)), 0, 4 * END)


def naive_opening(spans: Spans, instant: int) -> int:
    later = [max(instant, span.start) for span in spans if span.end > instant]
    return min(later, default=NEVER)


def naive_working(spans: Spans, takes: int, instant: int) -> int:
    at, left = naive_opening(spans, instant), takes
    if at == NEVER:
        return NEVER
    while left:
        if not any(span.start <= at < span.end for span in spans):
            at = naive_opening(spans, at)
            if at == NEVER:
                return NEVER
        at, left = at + 1, left - 1
    return at


@given(some_spans())
def test_opening_is_the_next_open_instant(spans: Spans) -> None:
    track = hours.opening(spans, 0, END)
    assert [track.at(t) for t in range(END)] == [naive_opening(spans, t) for t in range(END)]


@given(some_spans())
def test_counting_says_how_many_open_seconds_have_passed(spans: Spans) -> None:
    track = hours.counting(spans, 0)
    for instant in range(4 * END):
        passed = sum(start <= at < end for start, end in spans for at in range(instant))
        assert track.at(instant) == passed


@given(some_spans(), st.integers(0, 30))
def test_working_counts_open_seconds_only(spans: Spans, takes: int) -> None:
    track = hours.working(spans, takes, 0, END)
    assert [track.at(t) for t in range(END)] == [naive_working(spans, takes, t) for t in range(END)]


@given(some_track(), some_track())
def test_then_is_one_after_the_other(first: Track, after: Track) -> None:
    first = Track(first.pieces, END)
    both = first.then(after)
    assert [both.at(t) for t in range(END)] == [after.at(first.at(t)) for t in range(END)]


@st.composite
def steep_track(draw: st.DrawFn) -> Track:
    """Pieces that rise faster than time, or fall, as what is left behind some holds does."""
    starts = sorted({0, *draw(st.lists(st.integers(1, END - 1), max_size=4))})
    values, slopes = st.integers(-30, 120), st.integers(-3, 4)
    return Track(tuple(Piece(start, draw(values), draw(slopes)) for start in starts), END)


@given(steep_track(), some_track())
def test_then_is_one_after_the_other_where_the_first_is_steep(first: Track, after: Track) -> None:
    both = first.then(after)
    assert [both.at(t) for t in range(END)] == [after.at(first.at(t)) for t in range(END)]


@given(some_spans())
def test_reaching_is_when_so_many_open_seconds_have_passed_at_first(spans: Spans) -> None:
    track, passed = hours.reaching(spans, 0), hours.counting(spans, 0)
    most = passed.at(4 * END)
    for amount in range(1, most + 1):
        instant = track.at(amount)
        assert (passed.at(instant - 1), passed.at(instant)) == (amount - 1, amount)
    assert track.at(most + 1) == track.at(most + 9) == NEVER


@given(some_track(), some_track(), some_track())
def test_the_latest_is_the_latest_at_every_start(one: Track, two: Track, three: Track) -> None:
    one = Track(one.pieces, END)
    found = tracks.latest(one, two, three)
    assert [found.at(t) for t in range(END)] == [
        max(one.at(t), two.at(t), three.at(t)) for t in range(END)
    ]


@given(some_track(), some_track())
def test_the_difference_is_the_difference_at_every_start(due: Track, done: Track) -> None:
    slack = tracks.less(Track(due.pieces, END), done)
    assert [slack.at(t) for t in range(END)] == [due.at(t) - done.at(t) for t in range(END)]


@st.composite
def rising_track(draw: st.DrawFn) -> Track:
    """Pieces that do not fall, and jump up or down from one to the next."""
    starts = sorted({0, *draw(st.lists(st.integers(1, END - 1), max_size=5))})
    values, slopes = st.integers(-30, 120), st.integers(0, 3)
    return Track(tuple(Piece(start, draw(values), draw(slopes)) for start in starts), END)


@given(rising_track())
def test_the_most_yet_is_the_most_at_an_instant_or_before(track: Track) -> None:
    found, values = tracks.most_yet(track), [track.at(t) for t in range(END)]
    assert [found.at(t) for t in range(END)] == [max(values[: t + 1]) for t in range(END)]


@given(rising_track())
def test_the_least_to_come_is_the_least_at_an_instant_or_behind_it(track: Track) -> None:
    found, values = tracks.least_to_come(track), [track.at(t) for t in range(END)]
    assert [found.at(t) for t in range(END)] == [min(values[t:]) for t in range(END)]


@pytest.mark.parametrize(
    ("pieces", "most", "least"),
    [
        # It rises to the very height of what comes before, or a second's rise beyond it.
        (((0, 9, 0), (5, 0, 1)), ((0, 9, 0), (15, 10, 1)), ((0, 0, 0), (5, 0, 1))),
        (((0, 9, 0), (5, 0, 1), (15, 20, 0)), ((0, 9, 0), (15, 20, 0)), ((0, 0, 0), (5, 0, 1), (15, 20, 0))),
        (((0, 9, 0), (5, 0, 1), (16, 9, 0)), ((0, 9, 0), (15, 10, 1), (16, 10, 0)), ((0, 0, 0), (5, 0, 1), (15, 9, 0))),
        # What comes behind is as low as its last second, or a second's rise lower.
        (((0, 0, 1), (10, 9, 0)), ((0, 0, 1), (10, 9, 0)), ((0, 0, 1), (10, 9, 0))),
        (((0, 0, 1), (10, 8, 0)), ((0, 0, 1), (10, 9, 0)), ((0, 0, 1), (9, 8, 0))),
        (((0, 0, 2), (10, 17, 0)), ((0, 0, 2), (10, 18, 0)), ((0, 0, 2), (9, 17, 0))),
    ],
)  # fmt: skip
def test_extremes_where_a_piece_meets_another(pieces: Rows, most: Rows, least: Rows) -> None:
    track = track_of(pieces)
    assert tracks.most_yet(track) == track_of(most)
    assert tracks.least_to_come(track) == track_of(least)


@given(rising_track())
def test_extremes_are_as_few_pieces_as_it_takes_and_end_where_the_track_does(track: Track) -> None:
    for found in (tracks.most_yet(track), tracks.least_to_come(track)):
        starts = [piece.start for piece in found.pieces]
        assert starts == sorted(set(starts)) and starts[0] == 0
        assert starts[-1] < found.end == END
        assert found == found.then(Track((Piece(-500, -500, 1),), 1000))


@given(st.one_of(some_track(), steep_track(), rising_track()))
def test_a_reader_reads_what_the_track_says(track: Track) -> None:
    read = track.reader()
    assert [read(t) for t in range(-9, 99)] == [track.at(t) for t in range(-9, 99)]


@given(some_track())
def test_no_piece_only_goes_on_as_the_one_before(track: Track) -> None:
    found = tracks.latest(track, track)
    for before, after in zip(found.pieces, found.pieces[1:], strict=False):
        assert before.start < after.start
        assert (before.slope, before.at(after.start)) != (after.slope, after.value)


# By hand.


def test_a_track_goes_on_beyond_its_ends_as_it_begins_and_ends() -> None:
    track = Track((Piece(10, 15, 1), Piece(20, 40, 0)), 30)
    assert [track.at(t) for t in (5, 10, 19, 20, 50)] == [10, 15, 24, 40, 40]
    early = tracks.always(5, 0, 10).then(track)
    assert early.at(0) == 10


def test_what_begins_is_as_late_as_it_begins_and_what_is_always_never_moves() -> None:
    assert tracks.beginning(100, 200).pieces == (Piece(100, 100, 1),)
    assert tracks.always(7, 100, 200).pieces == (Piece(100, 7, 0),)
    assert tracks.beginning(100, 200).later(9) == Track((Piece(100, 109, 1),), 200)
    assert tracks.beginning(100, 200).later(0) == tracks.beginning(100, 200)


def test_what_changes_where_the_range_ends_has_not_changed_within_it() -> None:
    law = Track((Piece(0, 0, 0), Piece(10, 5, 0)), END)
    assert tracks.beginning(0, 10).then(law) == Track((Piece(0, 0, 0),), 10)
    rising = Track((Piece(0, -49, 1),), END)
    assert tracks.latest(tracks.always(10, 0, END), rising) == tracks.always(10, 0, END)


def test_pieces_that_only_go_on_are_one() -> None:
    rising = Track((Piece(5, 7, 1), Piece(10, 12, 1), Piece(20, 22, 0), Piece(30, 22, 0)), END)
    assert rising.then(tracks.beginning(0, END)).pieces == (Piece(5, 7, 1), Piece(20, 22, 0))
    falling = Track((Piece(5, 7, 1), Piece(10, 2, 1)), END)
    assert falling.then(tracks.beginning(0, END)).pieces == falling.pieces


def test_of_pieces_that_begin_together_the_last_counts() -> None:
    doubled = Track((Piece(0, 5, 0), Piece(4, 6, 0), Piece(4, 8, 0)), END)
    assert doubled.then(tracks.beginning(0, END)).pieces == (Piece(0, 5, 0), Piece(4, 8, 0))


@given(st.one_of(some_track(), steep_track()), some_track(), some_spans(), st.integers(1, 20))
def test_every_piece_begins_before_the_end_and_behind_the_one_before(
    first: Track, after: Track, spans: Spans, takes: int
) -> None:
    first = Track(tuple(piece for piece in first.pieces if piece.start < END), END)
    whole = (first.then(after), tracks.latest(first, after), tracks.less(first, after))
    for found in (*whole, hours.opening(spans, 0, END), hours.working(spans, takes, 0, END)):
        starts = [piece.start for piece in found.pieces]
        assert starts == sorted(set(starts)) and starts[0] == 0
    for found in whole:
        assert found.pieces[-1].start < END


def test_a_range_that_begins_behind_or_at_the_end_of_an_opening_knows_nothing_of_it() -> None:
    spans = (Span(0, 10), Span(20, 30), Span(40, 50))
    for start in (10, 15, 30, 35):
        here, there = hours.opening(spans, start, 60), hours.working(spans, 5, start, 60)
        for found in (here, there):
            begins = [piece.start for piece in found.pieces]
            assert begins[0] == start and begins == sorted(set(begins))
        for t in range(start, 60):
            assert here.at(t) == naive_opening(spans, t)
            assert there.at(t) == naive_working(spans, 5, t)


SLOPES = st.sampled_from([-1, 0, 1])


@given(st.integers(0, 30), SLOPES, st.integers(0, 30), SLOPES)
def test_the_latest_of_two_slacks_is_the_greater_at_every_start(
    one: int, rise: int, two: int, fall: int
) -> None:
    left, right = Track((Piece(0, one, rise),), END), Track((Piece(0, two, fall),), END)
    found = tracks.latest(left, right)
    assert [found.at(t) for t in range(END)] == [max(left.at(t), right.at(t)) for t in range(END)]
    assert found.pieces[-1].start < END
