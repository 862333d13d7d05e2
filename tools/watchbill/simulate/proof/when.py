"""When something happens, for every start at once: so many seconds after the start, or a Track.

Where everybody is there at every minute all moves along with the start, and a When is one number. Only
where an edge of somebody's hours matters does it become a Track. Starts are whole minutes.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from watchbill.timeline.spans import Span, Spans, common, merged, without
from watchbill.timeline.track import NEVER, Piece, Track, always, beginning, latest, less, straight

When = int | Track
MINUTE = 60
# Behind this lies what never comes.
FAR = NEVER // 2


class Range(NamedTuple):
    """All starts that are looked at: [start, end), in instants."""

    start: int
    end: int

    def track(self, when: When) -> Track:
        """A When as a Track over this range."""
        return when if isinstance(when, Track) else beginning(*self).later(when)


def at(when: When, start: int) -> int:
    """The instant for one start."""
    return when.at(start) if isinstance(when, Track) else start + when


def later(when: When, seconds: int) -> When:
    """So many seconds later."""
    return when.later(seconds) if isinstance(when, Track) else when + seconds


def after(when: When, law: Track | int, all_: Range) -> When:
    """What a law makes of it: a number of seconds more, or a Track of instants."""
    if isinstance(law, int):
        return later(when, law)
    return all_.track(when).then(law)


def last(one: When, other: When, all_: Range) -> When:
    """The later of two."""
    if isinstance(one, int) and isinstance(other, int):
        return max(one, other)
    return latest(all_.track(one), all_.track(other))


def between(begin: When, end: When, all_: Range) -> Track | int:
    """The seconds from one to the other: a number where they are the same for every start."""
    if isinstance(begin, int):
        if isinstance(end, int):
            return end - begin
        pieces = [straight((at, value - at - begin, slope - 1)) for at, value, slope in end.pieces]
        return Track(tuple(pieces), end.end)
    if isinstance(end, int):
        pieces = [straight((at, at + end - value, 1 - slope)) for at, value, slope in begin.pieces]
        return Track(tuple(pieces), begin.end)
    return less(all_.track(end), all_.track(begin))


def plus(when: When, length: Track | int, all_: Range) -> When:
    """So much later as a length says."""
    if isinstance(length, int):
        return later(when, length)
    return less(all_.track(when), less(always(0, *all_), length))


def before(one: When, other: When, strictly: bool, all_: Range, starts: Spans) -> Spans:
    """The starts of `starts` for which one comes before the other (not `strictly`: or with it)."""
    edge = 0 if strictly else 1
    gap = between(other, one, all_)
    if isinstance(gap, int):
        return starts if gap < edge else ()
    return below(gap, edge, starts)


def below(gap: Track, limit: int, starts: Spans) -> Spans:
    """The starts for which a length is less than a limit."""
    found = []
    for piece, end in gap.spans():
        start = piece.start
        if piece.slope > 0:
            found.append((start, min(end, start - (piece.value - limit) // piece.slope)))
        elif piece.slope < 0:
            found.append((max(start, start + (piece.value - limit) // -piece.slope + 1), end))
        elif piece.value < limit:
            found.append((start, end))
    return common(starts, merged(found))


def minutes(spans: Spans) -> int:
    """How many whole minutes lie in the spans."""
    return sum((end - 1) // MINUTE - (start - 1) // MINUTE for start, end in spans)


def first_minute(spans: Spans) -> int:
    """The first whole minute in the spans; NEVER where there is none."""
    for start, end in spans:
        minute = -(-start // MINUTE) * MINUTE
        if minute < end:
            return minute
    return NEVER


class Least(NamedTuple):
    """The least length, and the starts at which it is reached."""

    value: int
    starts: Spans


def least(length: Track | int, starts: Spans) -> Least | None:
    """The least length over the whole minutes of `starts`; None where there is no minute.

    To what never comes all lengths are the same: NEVER, and to what never came -NEVER.
    """
    if first_minute(starts) == NEVER:
        return None
    if isinstance(length, int):
        return Least(length, starts)
    value, found = NEVER, list[tuple[int, int]]()
    place = 0
    pieces = length.pieces
    ends = [piece.start for piece in pieces[1:]]
    ends.append(length.end)
    for (start, first, turn), end in zip(pieces, ends, strict=True):
        never = NEVER if first > 0 else -NEVER
        here, slope = (first, turn) if -FAR < first < FAR else (never, 0)
        # Most pieces lie higher than what was found already; none of these is looked at closely.
        if (here if slope >= 0 else here + slope * (end - 1 - start)) > value:
            continue
        while place < len(starts) and starts[place].end <= start:
            place += 1
        for low, high in _whole(starts, place, (start, end)):
            lowest = here + slope * ((high if slope < 0 else low) - start)
            if lowest < value:
                value, found = lowest, []
            if lowest == value:
                there = high if slope < 0 else low
                found.append((there, there + MINUTE) if slope else (low, high + MINUTE))
    return Least(value, merged(found))


def _whole(starts: Spans, place: int, piece: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The first and the last whole minute of a piece in each of the spans from that place on."""
    for number in range(place, len(starts)):
        low, high = max(starts[number].start, piece[0]), min(starts[number].end, piece[1])
        if low >= piece[1]:
            return
        low, high = -(-low // MINUTE) * MINUTE, (high - 1) // MINUTE * MINUTE
        if low <= high:
            yield low, high


def either(spans: Spans, one: When, other: When, all_: Range) -> When:
    """The one for the starts in these spans, the other for all others."""
    if not spans or spans == whole(all_):
        return one if spans else other
    inside, rest = all_.track(one), all_.track(other)
    edges = (edge for span in spans for edge in span)
    pieces = list[Piece]()
    for start, end in pairwise(sorted({*all_, *edges})):
        chosen = inside if any(a <= start < b for a, b in spans) else rest
        for piece, until in chosen.spans():
            if piece.start < end and until > start:
                begin = max(piece.start, start)
                pieces.append(Piece(begin, piece.at(begin), piece.slope))
    return Track(tuple(pieces), all_.end)


def outside(starts: Spans, taken: Spans) -> Spans:
    """The starts that are left."""
    return without(starts, taken) if taken else starts


def whole(all_: Range) -> Spans:
    """Every start."""
    return (Span(*all_),)
