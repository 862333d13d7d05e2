"""Two instants compared at every start agree with a walk from minute to minute."""

from hypothesis import given, settings
from hypothesis import strategies as st

from watchbill.diff.change import Direction
from watchbill.diff.timed import timed, told
from watchbill.simulate.proof.when import MINUTE, Range, When, at, minutes
from watchbill.timeline.hours import working
from watchbill.timeline.spans import Span, merged
from watchbill.timeline.track import NEVER

ALL = Range(0, 600 * MINUTE)
FAR = 2000 * MINUTE


@st.composite
def limits(draw: st.DrawFn) -> When:
    """A number of seconds, or so many open seconds of some opening hours."""
    length = draw(st.integers(0, 90)) * 30
    if draw(st.booleans()):
        return length
    edges = sorted(draw(st.sets(st.integers(0, 700), min_size=2, max_size=8)))
    spans = [Span(a * MINUTE, b * MINUTE) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    spans.append(Span(800 * MINUTE, FAR))
    return working(merged(spans), length, ALL.start, FAR)


@settings(max_examples=200, deadline=None)
@given(limits(), limits())
def test_what_is_later_and_earlier_is_so_at_every_minute(before: When, after: When) -> None:
    found = timed(before, after, ALL)
    starts = range(*ALL, MINUTE)
    gaps = {start: at(after, start) - at(before, start) for start in starts}
    assert minutes(found.later) == sum(gap > 0 for gap in gaps.values())
    assert minutes(found.earlier) == sum(gap < 0 for gap in gaps.values())
    assert found.of == len(gaps)
    worst = max(gaps.values())
    if worst > 0:
        assert gaps[found.example] == worst
    elif min(gaps.values()) < 0:
        assert gaps[found.example] == min(gaps.values())
    assert found.longest == tuple(
        max(at(one, start) - start for start in range(*ALL)) for one in (before, after)
    )


@settings(max_examples=200, deadline=None)
@given(limits(), limits())
def test_the_direction_of_the_change_made_backwards_is_its_mirror(
    before: When, after: When
) -> None:
    there, back = timed(before, after, ALL), timed(after, before, ALL)
    assert there.direction == (back.direction and back.direction.mirrored)
    assert (there.direction is None) == (not minutes(there.later) and not minutes(there.earlier))


@settings(max_examples=100, deadline=None)
@given(limits(), st.integers(1, 60))
def test_a_longer_time_is_never_stronger(before: When, more: int) -> None:
    after = before + more * MINUTE if isinstance(before, int) else before.later(more * MINUTE)
    assert timed(before, after, ALL).direction is Direction.WEAKER


def test_what_is_later_here_and_earlier_there_is_to_be_read_unless_all_speaks_for_one() -> None:
    night = working((Span(0, 100 * MINUTE), Span(450 * MINUTE, FAR)), 600, 0, FAR)
    found = timed(1200, night, ALL)
    assert minutes(found.later) > minutes(found.earlier) > 0
    assert found.direction is Direction.WEAKER
    early = working((Span(0, 590 * MINUTE), Span(610 * MINUTE, FAR)), 600, 0, FAR)
    mixed = timed(1200, early, ALL)
    assert minutes(mixed.earlier) > minutes(mixed.later) > 0
    assert mixed.direction is Direction.UNKNOWN


def test_a_worked_example_says_when_how_often_and_at_the_longest() -> None:
    assert told(timed(900, 3600, ALL), "UTC") == (
        "Thu 1 Jan 1970 00:00 UTC: due Thu 1 Jan 1970 00:15 → Thu 1 Jan 1970 01:00;"
        " at the longest 15 min → 1 h; due later at every minute"
    )
    never = told(timed(900, NEVER, ALL), "UTC", "done")
    assert "done Thu 1 Jan 1970 00:15 → never" in never and "15 min → never" in never
