"""What is left of a promise in open hours that stands still: open time, and not the hours of the nights between."""

from functools import lru_cache

from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.when import (
    Range,
    When,
    after,
    below,
    either,
    least,
    plus,
    whole,
)
from watchbill.timeline.hours import counting, reaching, working
from watchbill.timeline.spans import Spans
from watchbill.timeline.track import NEVER, Track, less


def least_left(clock: Clock, since: When, due: When, starts: Spans, all_: Range) -> int | None:
    """The open seconds that are left at `since` at least; None for a clock that counts all time."""
    if not clock.open:
        return None
    found = least(_left(clock, since, due, all_), starts)
    return found.value if found else None


def _left(clock: Clock, since: When, due: When, all_: Range) -> Track:
    """The open seconds between two instants."""
    return less(_opened(clock.open, due, all_), _opened(clock.open, since, all_))


# Ways that part before an event meet it with the same instants, and each of them is a Track of thousands of pieces.
@lru_cache(maxsize=16)
def _opened(spans: Spans, when: When, all_: Range) -> Track:
    """How many open seconds have passed at an instant."""
    return all_.track(when).then(_counting(spans, all_.start))


@lru_cache(maxsize=16)
def _working(spans: Spans, left: int, all_: Range) -> Track:
    """When so many open seconds have passed since each instant."""
    return working(spans, left, all_.start, all_.end)


@lru_cache(maxsize=4)
def _counting(spans: Spans, start: int) -> Track:
    return counting(spans, start)


def with_left(clock: Clock, at: When, left: int, all_: Range) -> When:
    """When a clock is due that goes on at `at` with so many open seconds."""
    if not left:
        return at
    return after(at, _working(clock.open, left, all_), all_)


def moved(clock: Clock, due: When, stood: tuple[When, When], all_: Range) -> When:
    """When a clock is due that stood still from one instant to another: what was left is left, of its open time."""
    since, at = stood
    left = _left(clock, since, due, all_)
    reached = plus(after(at, counting(clock.open, all_.start), all_), left, all_)
    found = after(reached, reaching(clock.open, all_.start), all_)
    # What is never due is not due because it stood still.
    return either(below(all_.track(due), NEVER, whole(all_)), found, due, all_)
