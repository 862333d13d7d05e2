"""Sums of instants that are done once, however many ways share them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from watchbill.simulate.proof.when import Range, When, after, last, later
from watchbill.timeline.track import Track

Work = Callable[[Any, Any], When]


class Sums:
    """The same sums over one range, each done once: ways that part later have much in common.

    Tracks are told apart by identity; what is kept holds them, so that no number is given twice.
    """

    def __init__(self, all_: Range) -> None:
        self.range = all_
        self._after: Work = partial(after, all_=all_)
        self._last: Work = partial(last, all_=all_)
        self._known: dict[tuple[object, ...], tuple[When, When, When]] = {}
        self._bounds: dict[int, tuple[int, int, Track]] = {}

    def later(self, when: When, seconds: int) -> When:
        """So many seconds later."""
        if isinstance(when, int):
            return later(when, seconds)
        found = self._once(later, when, seconds)
        bounds = self._bounds.get(id(when))
        if bounds and isinstance(found, Track):
            # What is only moved is bounded as before: nobody goes through its pieces again.
            self._bounds[id(found)] = bounds[0] + seconds, bounds[1] + seconds, found
        return found

    def after(self, when: When, law: Track | int) -> When:
        """What a law makes of it."""
        if isinstance(law, int):
            return self.later(when, law)
        return self._once(self._after, when, law)

    def most(self, when: When) -> int:
        """At most so many seconds after the start, whatever the start."""
        return when if isinstance(when, int) else self._bounded(when)[1]

    def least(self, when: When) -> int:
        """At least so many seconds after the start, whatever the start."""
        return when if isinstance(when, int) else self._bounded(when)[0]

    def _bounded(self, when: Track) -> tuple[int, int, Track]:
        found = self._bounds.get(id(when))
        if found is None:
            behind = _behind(when)
            found = self._bounds[id(when)] = min(behind), max(behind), when
        return found

    def last(self, one: When, other: When) -> When:
        """The later of two."""
        if isinstance(one, int) and isinstance(other, int):
            return max(one, other)
        if self.least(one) >= self.most(other):
            return one
        if self.least(other) >= self.most(one):
            return other
        return self._once(self._last, one, other)

    def _once(self, work: Work, one: When, other: When) -> When:
        key = work, _name(one), _name(other)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = work(one, other), one, other
        return found[0]


def _name(when: When) -> object:
    """What tells one from another at once; no instant is taken for the identity of a track."""
    return when if isinstance(when, int) else (id(when),)


def _behind(when: Track) -> list[int]:
    """How long after the start it is at both ends of each piece: between them it only rises or falls."""
    ends = [*(at for at, _, _ in when.pieces[1:]), when.end]
    pieces = zip(when.pieces, ends, strict=True)
    last = [value - at + (slope - 1) * (end - 1 - at) for (at, value, slope), end in pieces]
    return [*(value - at for at, value, _ in when.pieces), *last]
