"""Tracks agree with plain stepping, second by second."""

from hypothesis import given
from hypothesis import strategies as st

from watchbill.timeline import track as tracks
from watchbill.timeline.spans import Spans, merged
from watchbill.timeline.track import NEVER, Track

END = 60


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
        return tracks.opening(spans, 0, 4 * END)
    return tracks.working(spans, draw(st.integers(0, 20)), 0, 4 * END)


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
    track = tracks.opening(spans, 0, END)
    assert [track.at(t) for t in range(END)] == [naive_opening(spans, t) for t in range(END)]


@given(some_spans(), st.integers(0, 30))
def test_working_counts_open_seconds_only(spans: Spans, takes: int) -> None:
    track = tracks.working(spans, takes, 0, END)
    assert [track.at(t) for t in range(END)] == [naive_working(spans, takes, t) for t in range(END)]


@given(some_track(), some_track())
def test_then_is_one_after_the_other(first: Track, after: Track) -> None:
    first = Track(first.pieces, END)
    both = first.then(after)
    assert [both.at(t) for t in range(END)] == [after.at(first.at(t)) for t in range(END)]


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


@given(some_track())
def test_no_piece_only_goes_on_as_the_one_before(track: Track) -> None:
    found = tracks.latest(track, track)
    for before, after in zip(found.pieces, found.pieces[1:], strict=False):
        assert before.start < after.start
        assert (before.slope, before.at(after.start)) != (after.slope, after.value)
