"""When something happens, as a function of when it all began: piecewise straight, and put together exactly.

A Track gives for every start instant in [start, end) another instant (or a length), all in seconds. It is
made of pieces of slope 0 (everybody waits for the same opening) or 1 (everything moves along); sums and
differences of some have other whole slopes. It may jump at the edges, up or down. Whole proofs are done on
Tracks, so no minute is stepped over and none is stepped through.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

NEVER = 1 << 50

# What is so at an instant.
At = Callable[[int], int]


class Piece(NamedTuple):
    """From `start` until the next piece: `value` at the start, then `slope` a second."""

    start: int
    value: int
    slope: int

    def at(self, instant: int) -> int:
        """The value at an instant of this piece."""
        return self.value + self.slope * (instant - self.start)


# A Piece before it is one, and what makes it one, quicker than by its name: tracks have thousands.
Straight = tuple[int, int, int]
straight = partial(tuple.__new__, Piece)


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
            tuple([straight((one, value + length, slope)) for one, value, slope in self.pieces]),
            self.end,
        )

    def reader(self) -> At:
        """The value at an instant, for whoever asks for many."""
        pieces, starts = self.pieces, [piece.start for piece in self.pieces]

        def at(instant: int) -> int:
            start, value, slope = pieces[max(0, bisect_right(starts, instant) - 1)]
            return value + slope * (instant - start)

        return at

    def then(self, after: "Track") -> "Track":
        """What `after` makes of this: after(self(t))."""
        return tidied(_through(self, after), self.end)


def _start(piece: Piece) -> int:
    return piece.start


def beginning(start: int, end: int) -> Track:
    """The start itself."""
    return Track((Piece(start, start, 1),), end)


def always(value: int, start: int, end: int) -> Track:
    """The same value whatever the start."""
    return Track((Piece(start, value, 0),), end)


def _through(first: Track, after: Track) -> list[Straight]:
    pieces, starts = after.pieces, [piece.start for piece in after.pieces]
    most, found = len(starts), list[Straight]()
    for (start, value, slope), end in first.spans():
        number = max(0, bisect_right(starts, value) - 1)
        begin, there, turn = pieces[number]
        if not slope:
            found.append((start, there + turn * (value - begin), 0))
            continue
        if slope != 1:
            found.extend(_steeply((start, value, slope), end, pieces, starts))
            continue
        at, gap = start, value - start
        while at < end:
            found.append((at, there + turn * (at + gap - begin), turn))
            number += 1
            if number == most:
                break
            begin, there, turn = pieces[number]
            at = begin - gap
    return found


def _steeply(
    piece: Straight, end: int, pieces: Sequence[Piece], starts: Sequence[int]
) -> Iterator[Straight]:
    """What these pieces make of one that falls, or rises faster than time."""
    start, value, slope = piece
    at = start
    while at < end:
        here = value + slope * (at - start)
        number = max(0, bisect_right(starts, here) - 1)
        begin, there, turn = pieces[number]
        yield at, there + turn * (here - begin), turn * slope
        if slope < 0:
            if not number:
                return
            at += (here - begin) // -slope + 1
        else:
            if number + 1 == len(starts):
                return
            at += -((here - starts[number + 1]) // slope)


def tidied(pieces: Iterable[Straight], end: int) -> Track:
    """Without pieces that only go on as the one before."""
    kept: list[Piece] = []
    start, value, slope = 0, 0, -9
    for at, here, turn in pieces:
        if turn == slope and value + slope * (at - start) == here:
            continue
        if at == start and kept:
            kept.pop()
        start, value, slope = at, here, turn
        kept.append(straight((at, here, turn)))
    return Track(tuple(kept), end)


def _together(left: Track, right: Track) -> list[tuple[int, int, int, int, int, int]]:
    """The stretches on which both are straight: from, to, and of each its value there and its slope."""
    ours, theirs, found = left.pieces, right.pieces, list[tuple[int, int, int, int, int, int]]()
    most, all_ = len(ours), len(theirs)
    i = j = 0
    (from_a, a, turn_a), (from_b, b, turn_b) = ours[0], theirs[0]
    at, last = from_a, left.end
    while at < last:
        end = last
        if i + 1 < most and ours[i + 1].start < end:
            end = ours[i + 1].start
        if j + 1 < all_ and theirs[j + 1].start < end:
            end = theirs[j + 1].start
        if end > at:
            x, y = a + turn_a * (at - from_a), b + turn_b * (at - from_b)
            found.append((at, end, x, turn_a, y, turn_b))
        at = end
        while i + 1 < most and ours[i + 1].start <= at:
            i += 1
            from_a, a, turn_a = ours[i]
        while j + 1 < all_ and theirs[j + 1].start <= at:
            j += 1
            from_b, b, turn_b = theirs[j]
    return found


def latest(first: Track, *others: Track) -> Track:
    """The later of the two (of all), at every start."""
    found = first
    for other in others:
        found = tidied(_higher(found, other), found.end)
    return found


def _higher(left: Track, right: Track) -> Iterator[Straight]:
    for at, end, a, turn_a, b, turn_b in _together(left, right):
        if a > b or (a == b and turn_a >= turn_b):
            high, turn, low, other = a, turn_a, b, turn_b
        else:
            high, turn, low, other = b, turn_b, a, turn_a
        yield at, high, turn
        if other > turn:
            crossing = at + (high - low) // (other - turn) + 1
            if crossing < end:
                yield crossing, low + other * (crossing - at), other


def less(left: Track, right: Track) -> Track:
    """The difference, in seconds: slack where the left is what is due and the right what is done."""
    pieces = (
        (at, a - b, turn_a - turn_b) for at, _, a, turn_a, b, turn_b in _together(left, right)
    )
    return tidied(pieces, left.end)


def most_yet(track: Track) -> Track:
    """The most of a track, whose pieces do not fall, at each instant or before."""
    found, most = list[Straight](), -NEVER
    for (start, value, slope), end in track.spans():
        last = value + slope * (end - 1 - start)
        if value >= most:
            found.append((start, value, slope))
        else:
            found.append((start, most, 0))
            if last > most:
                beyond = start + (most - value) // slope + 1
                found.append((beyond, value + slope * (beyond - start), slope))
        most = max(most, last)
    return tidied(found, track.end)


def least_to_come(track: Track) -> Track:
    """The least of a track, whose pieces do not fall, at each instant or behind it."""
    found, least = list[Straight](), NEVER
    for (start, value, slope), end in reversed([*track.spans()]):
        last = value + slope * (end - 1 - start)
        if last > least:
            if value >= least:
                found.append((start, least, 0))
                continue
            beyond = start + (least - value) // slope + 1
            found.append((beyond, least, 0))
        found.append((start, value, slope))
        least = min(least, value)
    return tidied(reversed(found), track.end)
