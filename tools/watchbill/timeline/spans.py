"""Arithmetic of half-open intervals [start, end) on a line of whole seconds."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """From `start` until just before `end`, both instants (or both wall readings)."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Seconds."""
        return self.end - self.start


Spans = tuple[Span, ...]


def merged(spans: Iterable[tuple[int, int]]) -> Spans:
    """The union, as sorted spans that neither overlap nor touch; empty ones vanish."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if joined and start <= joined[-1].end:
            if end > joined[-1].end:
                joined[-1] = Span(joined[-1].start, end)
        else:
            joined.append(Span(start, end))
    return tuple(joined)


def common(left: Sequence[Span], right: Sequence[Span]) -> Spans:
    """What lies in both. Each side is sorted and without overlaps."""
    found, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        (start, end), (other, last) = left[i], right[j]
        if end <= last:
            i += 1
        else:
            end, j = last, j + 1
        if start < end and other < end:
            found.append(Span(max(start, other), end))
    return tuple(found)


def without(left: Sequence[Span], right: Sequence[Span]) -> Spans:
    """What lies in the first and not in the second. Each side is sorted and without overlaps."""
    found, j = [], 0
    for start, end in left:
        while j < len(right) and right[j].end <= start:
            j += 1
        at, k = start, j
        while k < len(right) and right[k].start < end:
            if at < right[k].start:
                found.append(Span(at, right[k].start))
            at = max(at, right[k].end)
            k += 1
        if at < end:
            found.append(Span(at, end))
    return tuple(found)


def total(spans: Iterable[Span]) -> int:
    """The sum of the lengths, in seconds."""
    return sum(end - start for start, end in spans)
