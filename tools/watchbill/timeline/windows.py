"""Windows on a local wall clock, on some days of the week, as spans of real time.

A window is open at an instant iff the wall clock of that instant lies in it: one inside a spring gap
never opens, one inside the repeated hour opens twice. The day on which an overnight window starts
owns it, its hours after midnight included.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from watchbill.model.types import Hours
from watchbill.timeline.spans import Spans, merged
from watchbill.timeline.zones import DAY, EPOCH_DAY, stretches

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMED = {
    "every-day": WEEK,
    "mon-fri": WEEK[:5],
    "mon-sat": WEEK[:6],
    "sat-sun": WEEK[5:],
    "sun-thu": (*WEEK[:4], "sun"),
}


@lru_cache(maxsize=256)
def week_days(days: str | tuple[str, ...]) -> frozenset[int]:
    """Days of the week as numbers, Monday 0; `holiday` is none of them."""
    names = _NAMED.get(days, ()) if isinstance(days, str) else days
    return frozenset(WEEK.index(name) for name in names if name in WEEK)


def open_spans(
    zone: str, hours: Hours, owns: Callable[[date], bool], start: int, end: int
) -> Spans:
    """When a window is open within [start, end) on the days that `owns` accepts, merged."""
    return merged(_openings(zone, hours, owns, start, end))


def _openings(
    zone: str, hours: Hours, owns: Callable[[date], bool], start: int, end: int
) -> Iterator[tuple[int, int]]:
    opens = hours.start * 60
    closes = hours.end * 60 + (DAY if hours.overnight else 0)
    for begins, ends, offset in stretches(zone, start, end):
        first = (begins + offset - closes) // DAY
        last = (ends + offset - opens) // DAY
        for number in range(first, last + 1):
            midnight = number * DAY - offset
            begin = max(midnight + opens, begins)
            finish = min(midnight + closes, ends)
            if begin < finish and owns(date.fromordinal(number + EPOCH_DAY)):
                yield begin, finish
