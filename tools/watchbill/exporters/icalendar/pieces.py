"""The watches of a range, whole: one that began before the range or ends behind it is not cut."""

from watchbill.model.time import Schedule
from watchbill.timeline.calendars import Calendars
from watchbill.timeline.shifts import Watch, watches
from watchbill.timeline.zones import DAY

_FARTHEST = 400 * DAY


def whole_watches(
    schedule: Schedule, calendars: Calendars, start: int, end: int
) -> tuple[Watch, ...]:
    """The watches that touch [start, end), from beginning to end, by start, shift and member.

    One whose turn lasts for more than 400 days, or never ends, is cut at the end of the range.
    """
    longest = max(shift.turn.nominal_seconds for shift in schedule.shifts)
    reach = min(longest, _FARTHEST) + 3 * DAY
    first, last = start - reach, end + reach
    found = []
    for watch in watches(schedule, calendars, first, last):
        if watch.start < end and start < watch.end:
            begin = watch.began if watch.start == first else watch.start
            found.append(watch._replace(start=begin, end=end if watch.end == last else watch.end))
    return tuple(sorted(found))
