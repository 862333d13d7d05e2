"""What open hours do to an instant, as Tracks: the next opening, the open time that has passed, work that is done."""

from collections.abc import Iterator, Sequence

from watchbill.timeline.spans import Span, Spans
from watchbill.timeline.track import NEVER, Piece, Track, tidied


def opening(spans: Spans, start: int, end: int) -> Track:
    """The next open instant at or after each instant; NEVER behind the last span."""
    return tidied(_opening(spans, start), end)


def _opening(spans: Spans, start: int) -> Iterator[Piece]:
    at = start
    for span in spans:
        if span.end <= start:
            continue
        if span.start > at:
            yield Piece(at, span.start, 0)
        begin = max(span.start, start)
        yield Piece(begin, begin, 1)
        at = span.end
    yield Piece(at, NEVER, 0)


def counting(spans: Spans, start: int) -> Track:
    """How many open seconds have passed since `start` at each instant."""
    pieces, passed = [Piece(start, 0, 0)], 0
    for opens, end in spans:
        begin = max(opens, start)
        if end > begin:
            pieces += [Piece(begin, passed, 1), Piece(end, passed + end - begin, 0)]
            passed += end - begin
    return tidied(pieces, pieces[-1].start)


def reaching(spans: Spans, start: int) -> Track:
    """The instant by which so many open seconds, one at least, have passed since `start`: what `counting` undoes."""
    pieces, passed = list[Piece](), 0
    for opens, end in spans:
        begin = max(opens, start)
        if end > begin:
            pieces.append(Piece(passed + 1, begin + 1, 1))
            passed += end - begin
    return Track((*pieces, Piece(passed + 1, NEVER, 0)), passed + 2)


def working(spans: Spans, takes: int, start: int, end: int) -> Track:
    """When `takes` open seconds have passed since each instant; NEVER where the spans do not suffice.

    The clock stands still while all spans are closed; work that ends at a closing instant is done then.
    """
    if not takes:
        return opening(spans, start, end)
    return tidied(_working([span for span in spans if span.end > start], takes, start), end)


def _working(spans: Sequence[Span], takes: int, start: int) -> Iterator[Piece]:
    at, last = start, 0
    before = [0]
    for span in spans:
        before.append(before[-1] + span.length)
    for number, span in enumerate(spans):
        begin = max(span.start, at)
        if span.start > at:
            yield Piece(at, _done(spans, before, number, span.start, takes), 0)
        here = begin
        while here < span.end:
            need = before[number] + here - span.start + takes
            while last < len(spans) and before[last + 1] < need:
                last += 1
            if last == len(spans):
                yield Piece(here, NEVER, 0)
                break
            yield Piece(here, spans[last].start + need - before[last], 1)
            here += before[last + 1] - need + 1
        at = span.end
    yield Piece(at, NEVER, 0)


def _done(spans: Sequence[Span], before: Sequence[int], number: int, begin: int, takes: int) -> int:
    """When `takes` open seconds have passed since the opening of a span."""
    need = before[number] + begin - spans[number].start + takes
    last = number
    while last < len(spans) and before[last + 1] < need:
        last += 1
    return NEVER if last == len(spans) else spans[last].start + need - before[last]
