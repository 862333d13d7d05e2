"""Hours of days against a walk second by second, and the cells of days that are not whole."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline import oracle
from tests.timeline.build import at
from watchbill.timeline.cover import Number
from watchbill.timeline.heat import Cell, heat
from watchbill.timeline.spans import Span, Spans, merged

HOUR = 3600
QUARTER = 900
START = at("2026-10-24T22:00")


@st.composite
def some_numbers(draw: st.DrawFn) -> tuple[Number, ...]:
    found, now = [], START
    for _ in range(draw(st.integers(0, 12))):
        now += QUARTER * draw(st.sampled_from([0, 0, 1, 4]))
        end = now + QUARTER * draw(st.integers(1, 9))
        found.append(Number(now, end, draw(st.integers(1, 3))))
        now = end
    return tuple(found)


some_holes = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5)), max_size=6).map(
    lambda found: merged((START + a * QUARTER, START + (a + b) * QUARTER) for a, b in found)
)


@settings(max_examples=60, deadline=None)
@given(some_numbers(), some_holes, st.integers(0, 9), st.integers(1, 30))
def test_each_hour_has_the_least_the_most_and_the_holes_of_its_quarters(
    numbers: tuple[Number, ...], holes: Spans, first: int, quarters: int
) -> None:
    start = START + first * QUARTER
    end = start + quarters * QUARTER
    stepped: dict[tuple[object, int], list[tuple[int, bool]]] = {}
    for now in range(start, end, QUARTER):
        shown = oracle.local("Europe/Dublin", now)
        there = sum(one.people for one in numbers if one.start <= now < one.end)
        hole = any(one.start <= now < one.end for one in holes)
        stepped.setdefault((shown.date(), shown.hour), []).append((there, hole))
    rows = heat("Europe/Dublin", numbers, holes, start, end)
    assert [row.start for row in rows] == sorted(row.start for row in rows)
    assert rows[0].start == start
    for row in rows:
        assert len(row.cells) == 24
        for hour, cell in enumerate(row.cells):
            seen = stepped.pop((row.day, hour), [])
            people = [there for there, _ in seen]
            assert cell == Cell(
                QUARTER * len(seen),
                min(people, default=0),
                max(people, default=0),
                QUARTER * sum(hole for _, hole in seen),
            )
    assert not stepped


def test_a_second_with_somebody_counts_and_whoever_just_left_does_not() -> None:
    start = at("2026-12-01T00:00")
    numbers = (Number(start, start + HOUR, 1), Number(start + 2 * HOUR - 1, start + 2 * HOUR, 2))
    (row,) = heat("UTC", numbers, (Span(start + HOUR, start + HOUR + 1),), start, start + 4 * HOUR)
    assert row.cells[:4] == (
        Cell(HOUR, 1, 1, 0),
        Cell(HOUR, 0, 2, 1),
        Cell(HOUR, 0, 0, 0),
        Cell(HOUR, 0, 0, 0),
    )
    assert row.cells[4] == Cell(0, 0, 0, 0)


def test_each_row_begins_with_its_day_or_with_the_range() -> None:
    start = at("2026-12-01T07:20")
    rows = heat("UTC", (), (), start, start + 30 * HOUR)
    assert [row.start for row in rows] == [start, at("2026-12-02T00:00")]
