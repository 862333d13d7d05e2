"""Who is on call at an instant, and when nobody is where somebody was promised."""

from watchbill.model.time import Schedule
from watchbill.timeline.calendars import Calendars, open_time
from watchbill.timeline.shifts import Watch, cover, watches
from watchbill.timeline.spans import Span, Spans, without


def on_call(schedule: Schedule, calendars: Calendars, instant: int) -> tuple[Watch, ...]:
    """The watches open at an instant, the one that began last first: it leads.

    Of two that began together the one listed first leads.
    """
    found = watches(schedule, calendars, instant, instant + 1)
    return tuple(sorted(found, key=lambda watch: (-watch.began, watch.row)))


def promised(schedule: Schedule, calendars: Calendars, start: int, end: int) -> Spans:
    """When the schedule promises somebody within [start, end): nothing where it is `as-listed`."""
    if schedule.cover == "24x7":
        return (Span(start, end),) if start < end else ()
    calendar = calendars.get(schedule.cover)
    return open_time(calendar, start, end) if calendar else ()


def holes(schedule: Schedule, calendars: Calendars, start: int, end: int) -> Spans:
    """When nobody is on watch within [start, end) though somebody was promised."""
    found = cover(watches(schedule, calendars, start, end))
    return without(promised(schedule, calendars, start, end), found)
