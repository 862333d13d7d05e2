"""A legal clock with its holds: when it is due, and when its alarms fall."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from watchbill.model.law import Hold
from watchbill.model.types import Duration
from watchbill.timeline.business import deadline
from watchbill.timeline.counting import Ends, Rule, ends
from watchbill.timeline.spans import Span, Spans, merged
from watchbill.timeline.turns import FOREVER


class Clock(NamedTuple):
    """A running clock: from when it counts anew after its last restart, and when it is due.

    `due` is None while it is held and nothing has released it.
    """

    counts_from: int
    due: Ends | None


def held(hold: Hold, marks: Iterable[tuple[str, int]]) -> Spans:
    """When a clock stands still: from each event that stops it to the next that lets it go on."""
    spans, since = [], None
    for event, at in sorted(marks, key=lambda mark: (mark[1], mark[0] == hold.start)):
        if event == hold.start and since is None:
            since = at
        elif event == hold.end and since is not None:
            spans.append((since, at))
            since = None
    if since is not None:
        spans.append((since, FOREVER))
    return merged(spans)


def run(start: int, period: Duration, rule: Rule, holds: Spans = (), then: str = "resume") -> Clock:
    """The clock of a period that starts at `start`.

    A hold restarts it at the hold's end, or moves its start by as long as it lasted. One that begins
    when the period has ended already changes nothing.
    """
    for begin, end in holds:
        if end <= start:
            continue
        if begin >= ends(start, period, rule).operate_by:
            break
        if end >= FOREVER:
            return Clock(start, None)
        start = end if then == "restart" else start + end - max(begin, start)
    return Clock(start, ends(start, period, rule))


def run_until(met: int, start: int, period: Duration, rule: Rule, holds: Spans, then: str) -> Clock:
    """The clock of a period that was met: it is over then, and what it had left while it was held is left."""
    past = tuple(hold for hold in holds if hold.end <= met)
    clock = run(start, period, rule, past, then)
    last = tuple(Span(hold.start, met) for hold in holds if hold.start < met < hold.end)
    return run(clock.counts_from, period, rule, last) if last else clock


def alarms(
    start: int, due: int, holds: Iterable[Span], per_cent: Sequence[int]
) -> tuple[tuple[int, int], ...]:
    """For each per cent the instant at which so much of the time to `due` that is not held has passed."""
    pauses = merged(holds)
    whole = max(
        0,
        due - start - sum(min(b, due) - max(a, start) for a, b in pauses if a < due and b > start),
    )
    found = ((share, deadline(start, whole * share // 100, None, pauses)) for share in per_cent)
    return tuple((share, at) for share, at in found if at is not None)
