"""Two instants compared at every start: which is later, where, and at how many minutes.

A limit, or the end of some work, is a function of when it all begins. Two of them are compared exactly, from
edge to edge, over all the days that a proof looks at; nothing is sampled.
"""

from typing import NamedTuple

from watchbill.diff.change import Direction
from watchbill.simulate.proof.when import (
    FAR,
    MINUTE,
    Range,
    When,
    at,
    below,
    between,
    least,
    minutes,
    whole,
)
from watchbill.timeline import spoken
from watchbill.timeline.spans import Spans
from watchbill.timeline.track import Track


class Timed(NamedTuple):
    """What became of an instant. `later` and `earlier` are the starts at which it is so; lengths are in seconds.

    `longest` is the longest time from a start to it, before and after; `example` the start at which it moved
    most, to the later side where it does anywhere.
    """

    before: When
    after: When
    longest: tuple[int, int]
    later: Spans
    earlier: Spans
    of: int
    example: int

    @property
    def direction(self) -> Direction | None:
        """Weaker where it is later; None where it is the same at every minute.

        Where it is later at some minutes and earlier at others, the longest time and the number of minutes
        must agree; else a person has to say.
        """
        later, earlier = minutes(self.later), minutes(self.earlier)
        before, after = self.longest
        if not later and not earlier:
            return None
        if later and (not earlier or (after > before and later > earlier)):
            return Direction.WEAKER
        if earlier and (not later or (after < before and earlier > later)):
            return Direction.STRONGER
        return Direction.UNKNOWN

    @property
    def weight(self) -> int:
        """The most by which it is later anywhere; less than 0 where it is earlier only."""
        return at(self.after, self.example) - at(self.before, self.example)


def timed(before: When, after: When, all_: Range) -> Timed:
    """Compares two instants over all starts of a range."""
    gap, loss = between(before, after, all_), between(after, before, all_)
    later, earlier = _below(loss, all_), _below(gap, all_)
    most = least(loss, later) if minutes(later) else least(gap, earlier or whole(all_))
    example = next(-(-start // MINUTE) * MINUTE for start, _ in most.starts) if most else all_.start
    longest = _longest(before, all_), _longest(after, all_)
    return Timed(before, after, longest, later, earlier, minutes(whole(all_)), example)


def _below(length: Track | int, all_: Range) -> Spans:
    if isinstance(length, int):
        return whole(all_) if length < 0 else ()
    return below(length, 0, whole(all_))


def _longest(when: When, all_: Range) -> int:
    """The longest time from a start to it; at least FAR where it never comes for some start."""
    if isinstance(when, int):
        return when
    return max(
        piece.at(start) - start
        for piece, end in all_.track(when).spans()
        for start in (max(piece.start, all_.start), min(end, all_.end) - 1)
        if piece.start <= start < min(end, all_.end)
    )


def told(found: Timed, zone: str, word: str = "due") -> str:
    """The worked example of it: at which start, when before and when after, and how often."""
    start = found.example
    before, after = (_instant(zone, at(one, start)) for one in (found.before, found.after))
    parts = [f"{spoken.brief(zone, start)} {_zone(zone)}: {word} {before} → {after}"]
    counts = [
        f"{word} {way} at {_share(minutes(spans), found.of)}"
        for way, spans in (("later", found.later), ("earlier", found.earlier))
        if minutes(spans)
    ]
    if found.longest[0] != found.longest[1]:
        lengths = " → ".join(map(_length, found.longest))
        parts.append(f"at the longest {lengths}")
    return "; ".join([*parts, *counts])


def _zone(zone: str) -> str:
    return "UTC" if zone == "UTC" else spoken.town(zone)


def _instant(zone: str, when: int) -> str:
    return spoken.brief(zone, when) if when < FAR else "never"


def _length(seconds: int) -> str:
    return spoken.length(seconds) if seconds < FAR else "never"


def _share(number: int, of: int) -> str:
    return "every minute" if number == of else f"{number:,} of {of:,} minutes"
