"""Business time: the open minutes of a calendar that no pause takes away, counted and counted off.

All instants are whole seconds since 1970 UTC, all amounts seconds. No calendar means real time. The
deadline is the earliest instant at which the elapsed open time equals the target; a breach is strictly
later. Pauses may overlap: a minute that two of them take is taken once.
"""

from bisect import bisect_right
from collections.abc import Iterable

from watchbill.model.time import Calendar
from watchbill.timeline.calendars import open_time
from watchbill.timeline.spans import Span, Spans, common, merged, total, without
from watchbill.timeline.turns import FOREVER
from watchbill.timeline.zones import DAY

# A calendar that has not opened for so long never will.
LONGEST = 20 * 366 * DAY


def next_open(spans: Spans, instant: int) -> int | None:
    """The first instant in the spans that is not before this one; None where they end before."""
    at = bisect_right(spans, (instant, FOREVER))
    if at and instant < spans[at - 1].end:
        return instant
    return spans[at].start if at < len(spans) else None


def passed(spans: Spans, start: int, amount: int) -> int | None:
    """The earliest instant by which `amount` seconds of the spans have passed since `start`.

    None where the spans end before. An amount of 0 has passed at `start`.
    """
    if amount <= 0:
        return start
    at = max(0, bisect_right(spans, (start, FOREVER)) - 1)
    for begin, end in spans[at:]:
        room = end - max(begin, start)
        if room >= amount:
            return max(begin, start) + amount
        amount -= max(0, room)
    return None


def counted(calendar: Calendar | None, pauses: Iterable[Span], start: int, end: int) -> Spans:
    """What counts of [start, end): the calendar's open time less the pauses."""
    spans = merged([(start, end)]) if calendar is None else open_time(calendar, start, end)
    return without(spans, merged(pauses))


def elapsed(start: int, end: int, calendar: Calendar | None, pauses: Iterable[Span] = ()) -> int:
    """The seconds that count of [start, end)."""
    return total(counted(calendar, pauses, start, end))


def deadline(
    start: int, target: int, calendar: Calendar | None, pauses: Iterable[Span] = ()
) -> int | None:
    """The earliest instant at which `target` seconds have counted; None where they never will."""
    if calendar is None:
        return passed(counted(None, pauses, start, FOREVER), start, target)
    paused = merged(pauses)
    # Behind a pause that goes on for ever nothing counts.
    last = paused[-1].start if paused and paused[-1].end >= FOREVER else FOREVER
    reach = max(14 * DAY, 8 * target)
    while True:
        end = min(start + reach, last)
        found = passed(counted(calendar, paused, start, end), start, target)
        if found is not None or reach > LONGEST or end == last:
            return found
        reach *= 4


def breached(done: int, due: int) -> bool:
    """Whether something done at one instant is late for another: strictly later."""
    return done > due


def paused_within(pauses: Iterable[Span], start: int, end: int) -> int:
    """The seconds of [start, end) that any of the pauses takes."""
    return total(common(merged(pauses), merged([(start, end)])))
