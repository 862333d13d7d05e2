"""Interval arithmetic agrees with sets of seconds."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from watchbill.timeline.spans import Span, common, merged, total, without

pairs = st.lists(
    st.tuples(st.integers(0, 60), st.integers(-3, 15)).map(lambda one: (one[0], one[0] + one[1])),
    max_size=12,
)


def seconds(spans: object) -> set[int]:
    return {second for start, end in spans for second in range(start, end)}  # type: ignore[attr-defined]


@given(pairs)
def test_the_union_holds_each_second_once(spans: list[tuple[int, int]]) -> None:
    found = merged(spans)
    assert seconds(found) == seconds(spans)
    assert total(found) == len(seconds(spans))
    assert all(a.end < b.start for a, b in pairwise(found))


@given(pairs, pairs)
def test_common_and_without_are_those_of_sets(
    left: list[tuple[int, int]], right: list[tuple[int, int]]
) -> None:
    one, two = merged(left), merged(right)
    assert seconds(common(one, two)) == seconds(one) & seconds(two)
    assert seconds(without(one, two)) == seconds(one) - seconds(two)
    assert merged([*common(one, two), *without(one, two)]) == one


def test_an_interval_ends_just_before_its_end() -> None:
    assert common((Span(0, 10),), (Span(10, 20),)) == common((Span(10, 20),), (Span(0, 10),)) == ()
    assert merged([(5, 5), (0, 3), (2, 2), (9, 7)]) == (Span(0, 3),)
    assert without((Span(0, 10),), (Span(5, 7),)) == (Span(0, 5), Span(7, 10))
    assert Span(3, 8).length == 5
