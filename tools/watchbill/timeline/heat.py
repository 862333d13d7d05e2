"""A range as local days of hours: how many are on watch in each, at least and at most, and what is missing.

A local day has an hour for each hour that its clock shows: 23 or 25 cells of real time where the clocks
change, drawn as 24 columns; the hour that comes twice is one column, the hour that is skipped is empty.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from watchbill.timeline.cover import Number
from watchbill.timeline.spans import Span, Spans, merged, total
from watchbill.timeline.zones import DAY, day_of, stretches, wall

HOUR = 3600
COLUMNS = 24


class Cell(NamedTuple):
    """One hour of a local day within the range, in seconds of real time.

    `length` is 0 for an hour that the clock skips or that lies outside the range. `least` and `most` are
    the numbers of people on watch, `hole` the time in which nobody is there though somebody was promised.
    """

    length: int
    least: int
    most: int
    hole: int


class Row(NamedTuple):
    """A local day: when it begins (or the range does), its cells, and whether its clock is changed."""

    day: date
    start: int
    cells: tuple[Cell, ...]
    changed: bool


def heat(
    zone: str, numbers: Sequence[Number], holes: Spans, start: int, end: int
) -> tuple[Row, ...]:
    """The rows of [start, end) on the clock of a zone. `numbers` and `holes` are in order."""
    pieces = _pieces(zone, start, end)
    starts = [one.start for one in numbers]
    rows = []
    for day in sorted({key[0] for key in pieces}):
        cells = tuple(
            _cell(pieces.get((day, column), ()), numbers, starts, holes)
            for column in range(COLUMNS)
        )
        inside = [one for key, spans in pieces.items() if key[0] == day for one in spans]
        offsets = {wall(zone, one.start) - one.start for one in inside}
        rows.append(Row(day, min(one.start for one in inside), cells, len(offsets) > 1))
    return tuple(rows)


def _pieces(zone: str, start: int, end: int) -> dict[tuple[date, int], Spans]:
    """The real time of each hour of each local day, by day and hour."""
    found: dict[tuple[date, int], list[Span]] = {}
    for stretch in stretches(zone, start, end):
        at = stretch.start
        while at < stretch.end:
            shown = at + stretch.offset
            following = min((shown // HOUR + 1) * HOUR - stretch.offset, stretch.end)
            key = (day_of(shown), shown % DAY // HOUR)
            found.setdefault(key, []).append(Span(at, following))
            at = following
    return {key: merged(spans) for key, spans in found.items()}


def _cell(spans: Spans, numbers: Sequence[Number], starts: Sequence[int], holes: Spans) -> Cell:
    least, most, filled, missing = 1 << 30, 0, 0, 0
    for span in spans:
        at = max(0, bisect_right(starts, span.start) - 1)
        while at < len(numbers) and numbers[at].start < span.end:
            one = numbers[at]
            shared = min(one.end, span.end) - max(one.start, span.start)
            if shared > 0:
                least, most, filled = min(least, one.people), max(most, one.people), filled + shared
            at += 1
        missing += _shared(holes, span)
    length = total(spans)
    return Cell(length, least if length and filled == length else 0, most, missing)


def _shared(spans: Spans, with_: Span) -> int:
    """Seconds of sorted spans that lie in another."""
    at = max(0, bisect_right(spans, with_.start, key=lambda one: one.start) - 1)
    seconds = 0
    while at < len(spans) and spans[at].start < with_.end:
        seconds += max(0, min(spans[at].end, with_.end) - max(spans[at].start, with_.start))
        at += 1
    return seconds
