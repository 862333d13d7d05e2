"""How a schedule's hours fall on its members: all of them, at night, at weekends, and the rest between."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from watchbill.model.time import Schedule
from watchbill.model.types import Hours, parse_hours
from watchbill.timeline.cover import presence
from watchbill.timeline.shifts import Watch
from watchbill.timeline.spans import Spans, common, merged, total
from watchbill.timeline.windows import open_spans, week_days

NIGHT = parse_hours("22:00-06:00")
_DAY = parse_hours("24h")


class Load(NamedTuple):
    """What falls on one member over a range, in seconds.

    `night` is from 22:00 to 06:00 and `weekend` Saturday and Sunday on the clock of the shift that is
    stood. `rest` is the least time between two watches; None where there are not two.
    """

    member: str
    watches: int
    seconds: int
    night: int
    weekend: int
    rest: int | None


def load_of(schedule: Schedule, found: Sequence[Watch]) -> tuple[Load, ...]:
    """The load of each member, the greatest first; watches of one member at once count once."""
    if not found:
        return ()
    start, end = min(one.start for one in found), max(one.end for one in found)
    zones = {shift.timezone for shift in schedule.shifts}
    nights = {zone: _spans(zone, NIGHT, "every-day", start, end) for zone in zones}
    weekends = {zone: _spans(zone, _DAY, "sat-sun", start, end) for zone in zones}
    loads = []
    for member, spans in presence(found).items():
        own = [watch for watch in found if watch.member == member]
        loads.append(
            Load(
                member,
                len(spans),
                total(spans),
                _within(schedule, own, nights),
                _within(schedule, own, weekends),
                min((after.start - one.end for one, after in pairwise(spans)), default=None),
            )
        )
    return tuple(sorted(loads, key=lambda one: (-one.seconds, one.member)))


def _spans(zone: str, hours: Hours, days: str, start: int, end: int) -> Spans:
    numbers = week_days(days)

    def owned(day: date) -> bool:
        return day.weekday() in numbers

    return open_spans(zone, hours, owned, start, end)


def _within(schedule: Schedule, found: Iterable[Watch], spans: dict[str, Spans]) -> int:
    """Seconds of the watches within the spans of their own shift's zone."""
    inside = (
        span
        for watch in found
        for span in common(
            merged([(watch.start, watch.end)]), spans[schedule.shifts[watch.row].timezone]
        )
    )
    return total(merged(inside))
