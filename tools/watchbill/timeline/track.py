"""When something happens, as a function of when it all began: piecewise straight, and put together exactly.

A Track gives for every start instant in [start, end) another instant (or a length), all in seconds. It is
made of pieces of slope 0 (everybody waits for the same opening) or 1 (everything moves along); a
difference of two has slopes -1, 0 and 1. It may jump at the edges, up or down. Whole proofs are done on
Tracks, so no minute is stepped over and none is stepped through.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from watchbill.timeline.spans import Span, Spans

NEVER = 1 << 50


class Piece(NamedTuple):
    """From `start` until the next piece: `value` at the start, then `slope` a second."""

    start: int
    value: int
    slope: int

    def at(self, instant: int) -> int:
        """The value at an instant of this piece."""
        return self.value + self.slope * (instant - self.start)


class Track(NamedTuple):
    """The pieces over [pieces[0].start, end)."""

    pieces: tuple[Piece, ...]
    end: int

    def at(self, instant: int) -> int:
        """The value at an instant; the first and the last piece go on beyond the ends."""
        return self.pieces[self._number(instant)].at(instant)

    def _number(self, instant: int) -> int:
        return max(0, bisect_right(self.pieces, instant, key=_start) - 1)

    def spans(self) -> Iterator[tuple[Piece, int]]:
        """Each piece with its end."""
        for number, piece in enumerate(self.pieces):
            last = number + 1 == len(self.pieces)
            yield piece, self.end if last else self.pieces[number + 1].start

    def later(self, length: int) -> "Track":
        """The same, `length` seconds later."""
        if not length:
            return self
        return Track(
            tuple(Piece(one, value + length, slope) for one, value, slope in self.pieces), self.end
        )

    def then(self, after: "Track") -> "Track":
        """What `after` makes of this: after(self(t))."""
        return _tidied(_through(self, after), self.end)


def _start(piece: Piece) -> int:
    return piece.start


def beginning(start: int, end: int) -> Track:
    """The start itself."""
    return Track((Piece(start, start, 1),), end)


def always(value: int, start: int, end: int) -> Track:
    """The same value whatever the start."""
    return Track((Piece(start, value, 0),), end)


def _through(first: Track, after: Track) -> Iterator[Piece]:
    pieces, starts = after.pieces, [piece.start for piece in after.pieces]
    for piece, end in first.spans():
        number = max(0, bisect_right(starts, piece.value) - 1)
        if not piece.slope:
            yield Piece(piece.start, pieces[number].at(piece.value), 0)
            continue
        at = piece.start
        while at < end:
            value = piece.at(at)
            yield Piece(at, pieces[number].at(value), pieces[number].slope)
            number += 1
            if number == len(pieces):
                break
            at = piece.start + starts[number] - piece.value


def _tidied(pieces: Iterable[Piece], end: int) -> Track:
    """Without pieces that only go on as the one before."""
    kept: list[Piece] = []
    for piece in pieces:
        if kept and kept[-1].slope == piece.slope and kept[-1].at(piece.start) == piece.value:
            continue
        if kept and kept[-1].start == piece.start:
            kept.pop()
        kept.append(piece)
    return Track(tuple(kept), end)


def _together(left: Track, right: Track) -> Iterator[tuple[int, int, Piece, Piece]]:
    """The stretches on which both are straight, with their pieces."""
    i = j = 0
    at = left.pieces[0].start
    while at < left.end:
        ends = [left.end]
        if i + 1 < len(left.pieces):
            ends.append(left.pieces[i + 1].start)
        if j + 1 < len(right.pieces):
            ends.append(right.pieces[j + 1].start)
        end = min(ends)
        if end > at:
            yield at, end, left.pieces[i], right.pieces[j]
        at = end
        while i + 1 < len(left.pieces) and left.pieces[i + 1].start <= at:
            i += 1
        while j + 1 < len(right.pieces) and right.pieces[j + 1].start <= at:
            j += 1


def latest(first: Track, *others: Track) -> Track:
    """The later of the two (of all), at every start."""
    found = first
    for other in others:
        found = _tidied(_higher(found, other), found.end)
    return found


def _higher(left: Track, right: Track) -> Iterator[Piece]:
    for at, end, one, two in _together(left, right):
        a, b = one.at(at), two.at(at)
        high, low = (one, two) if (a, one.slope) >= (b, two.slope) else (two, one)
        yield Piece(at, high.at(at), high.slope)
        if low.slope > high.slope:
            crossing = at + (high.at(at) - low.at(at)) // (low.slope - high.slope) + 1
            if crossing < end:
                yield Piece(crossing, low.at(crossing), low.slope)


def less(left: Track, right: Track) -> Track:
    """The difference, in seconds: slack where the left is what is due and the right what is done."""
    pieces = (
        Piece(at, one.at(at) - two.at(at), one.slope - two.slope)
        for at, _, one, two in _together(left, right)
    )
    return _tidied(pieces, left.end)


class Lowest(NamedTuple):
    """The least value, the first start at which it is reached, how many starts share it, of how many."""

    value: int
    at: int
    shared: int
    of: int

    @property
    def flat(self) -> bool:
        """Whether every start has the same value."""
        return self.shared == self.of


def lowest(track: Track, step: int = 60) -> Lowest:
    """The least value over the starts that are whole multiples of `step` seconds, in closed form.

    A straight piece is least at its first or at its last start, so only these are looked at.
    """
    best, first, shared, count = NEVER, 0, 0, 0
    for piece, end in track.spans():
        low, high = -(-piece.start // step) * step, (end - 1) // step * step
        if low > high:
            continue
        starts = (high - low) // step + 1
        count += starts
        at = high if piece.slope < 0 else low
        value = piece.at(at)
        number = 1 if piece.slope else starts
        if value < best:
            best, first, shared = value, at, number
        elif value == best:
            first, shared = min(first, at), shared + number
    return Lowest(best, first, shared, count)


# What a role does to an instant.


def opening(spans: Spans, start: int, end: int) -> Track:
    """The next open instant at or after each instant; NEVER behind the last span."""
    return _tidied(_opening(spans, start), end)


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


def working(spans: Spans, takes: int, start: int, end: int) -> Track:
    """When `takes` open seconds have passed since each instant; NEVER where the spans do not suffice.

    The clock stands still while all spans are closed; work that ends at a closing instant is done then.
    """
    if not takes:
        return opening(spans, start, end)
    return _tidied(_working([span for span in spans if span.end > start], takes, start), end)


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
