"""What is left of a promise in open hours that stands still: open time, and not the hours of the nights between."""

from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.when import Range, When, after, between, least
from watchbill.timeline.spans import Spans
from watchbill.timeline.track import counting, working


def least_left(clock: Clock, since: When, due: When, starts: Spans, all_: Range) -> int | None:
    """The open seconds that are left at `since` at least; None for a clock that counts all time."""
    if not clock.open:
        return None
    passed = counting(clock.open, all_.start)
    room = between(after(since, passed, all_), after(due, passed, all_), all_)
    found = least(room, starts)
    return found.value if found else None


def with_left(clock: Clock, at: When, left: int, all_: Range) -> When:
    """When a clock is due that goes on at `at` with so many open seconds."""
    if not left:
        return at
    return after(at, working(clock.open, left, all_.start, clock.open[-1].end), all_)
