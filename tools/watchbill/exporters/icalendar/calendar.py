"""One schedule as the text of an iCalendar file (RFC 5545); escaping and folding are the library's."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import watchbill
from watchbill.exporters.icalendar.zone import local_time, zone_of
from watchbill.model.time import Schedule
from watchbill.timeline.shifts import Watch
from watchbill.timeline.zones import moment, seconds

_MINUTE = 60


class Frame(NamedTuple):
    """What all events share: the instant of the book, the tz database, `local` or `utc`, the site's host."""

    stamp: datetime
    tz: str
    clock: str
    host: str


def calendar(
    schedule: Schedule, watches: Sequence[Watch], hubs: Mapping[str, str], frame: Frame
) -> str:
    """The calendar of a schedule with an event for each of these watches."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", f"-//Watchbill//watchbill {watchbill.__version__}//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("name", schedule.title)
    made.add("x-wr-calname", schedule.title)
    planned = (
        f"Who is on call, as planned at {frame.stamp:%Y-%m-%dT%H:%M:%SZ}; tz database {frame.tz}. The"
        f" live pager counts. Schedule {schedule.id}."
    )
    made.add("description", "\n".join((planned, *schedule.handover)))
    if frame.clock == "local":
        for name in sorted({schedule.shifts[one.row].timezone for one in watches} - {"UTC"}):
            used = [one for one in watches if schedule.shifts[one.row].timezone == name]
            start, end = min(one.start for one in used), max(one.end for one in used)
            made.add_component(zone_of(name, start, end))
    for watch in watches:
        made.add_component(_event(schedule, watch, hubs, frame))
    raw: bytes = made.to_ical()
    return raw.decode("utf-8")


def _event(schedule: Schedule, watch: Watch, hubs: Mapping[str, str], frame: Frame) -> Any:
    from icalendar import Event

    shift = schedule.shifts[watch.row]
    start = moment(watch.start)
    event = Event()
    event.add("uid", f"{schedule.id}.{shift.id}.{start:%Y%m%dT%H%M%SZ}@{frame.host}")
    event.add("dtstamp", frame.stamp)
    # Grows with every commit, so that a program which holds an older copy takes this one.
    event.add("sequence", seconds(frame.stamp) // _MINUTE)
    for name, time in zip(("dtstart", "dtend"), _times(shift.timezone, watch, frame), strict=True):
        event.add(name, time)
    event.add("summary", f"{watch.member}: {schedule.title}")
    event.add("description", "\n".join(_words(schedule, watch)))
    event.add("location", hubs.get(shift.region, shift.region))
    event.add("categories", [schedule.id])
    event.add("transp", "TRANSPARENT")
    return event


def _words(schedule: Schedule, watch: Watch) -> Iterator[str]:
    shift = schedule.shifts[watch.row]
    answers = shift.answers_within or schedule.answers_within
    yield f"Shift {shift.id}, {shift.hours} {shift.timezone}. Answers within {answers}."
    for swap in schedule.overrides:
        inside = seconds(swap.start) <= watch.start < seconds(swap.end)
        if inside and swap.shift == shift.id and swap.member == watch.member:
            yield f"Stands in: {swap.reason}"


def _times(zone: str, watch: Watch, frame: Frame) -> tuple[datetime, datetime]:
    """Start and end on the shift's clock, where that says both plainly; else both in UTC."""
    if frame.clock == "local":
        start, end = local_time(zone, watch.start), local_time(zone, watch.end)
        if start and end:
            return start, end
    return moment(watch.start), moment(watch.end)
