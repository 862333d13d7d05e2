"""A role's people over a range of time, and how long they take: the elementary laws of the simulation.

Each law is a function of spans, or of a Station, and one instant. As a function of that instant each
is piecewise linear, with slope 0 or 1, and jumps upwards or downwards only at edges of the spans.

What a role means depends on who staffs it:

- a schedule: open while anybody is on watch; the watch that began last leads, and its shift's
  `answers_within` (else the schedule's) is the answer time;
- a vendor: open while any of its sites is, and it answers within the vendor's `answers_within`;
- a team or a partner states no hours: it is taken as open at every minute with two people at hand, and
  as answering within 15 minutes, as a vendor does that says nothing else. A trace says so.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from watchbill.model.base import Document
from watchbill.model.organization import Site, Vendor
from watchbill.model.time import Schedule
from watchbill.timeline.business import next_open, passed
from watchbill.timeline.calendars import Calendars
from watchbill.timeline.shifts import Watch, watches
from watchbill.timeline.spans import Span, Spans, common, merged
from watchbill.timeline.windows import open_spans, week_days

# Seconds within which a group answers that states no time.
GROUP_ANSWERS = 15 * 60


class Lead(NamedTuple):
    """Who leads from `start` until just before `end`, on which shift (or site), answering in how many seconds."""

    start: int
    end: int
    member: str
    shift: str
    answers: int


class Station(NamedTuple):
    """A role's people over [start, end).

    `spans` is when anybody is there, `pairs` when two people are, `leads` who leads, in order and
    without overlap. `by` is the key of the document that staffs it, `assumed` what had to be assumed.
    """

    role: str
    by: str
    start: int
    end: int
    spans: Spans
    pairs: Spans
    leads: tuple[Lead, ...]
    assumed: str = ""


# The laws at one instant.


def opens(spans: Spans, start: int) -> int | None:
    """The first open instant that is not before `start`; None where the range ends before."""
    return next_open(spans, start)


def done(spans: Spans, start: int, takes: int) -> int | None:
    """When work of `takes` seconds that may begin at `start` ends; None where the range ends before.

    It waits until the spans are open, pauses when they close, and passes from shift to shift without
    loss. Work of no length still waits until they are open.
    """
    return opens(spans, start) if takes <= 0 else passed(spans, start, takes)


def lead_at(station: Station, instant: int) -> Lead | None:
    """Who leads at an instant; None while the role is closed."""
    at = bisect_right(station.leads, instant, key=lambda lead: lead.start) - 1
    return station.leads[at] if at >= 0 and instant < station.leads[at].end else None


def answer_time(station: Station, instant: int) -> int | None:
    """Seconds within which a page at an instant is answered; None while the role is closed."""
    lead = lead_at(station, instant)
    return lead.answers if lead else None


def answered(station: Station, start: int) -> int | None:
    """When a role that is called at `start` is there: its next open instant and its answer time then."""
    begin = opens(station.spans, start)
    lead = lead_at(station, begin) if begin is not None else None
    return begin + lead.answers if lead and begin is not None else None


def hands(first: Station, second: Station | None = None, people: int = 1) -> Spans:
    """When those are there whom a step takes: the role, two of it, or it together with a second role.

    Two roles that one schedule staffs need two people of it.
    """
    if second is None:
        return first.pairs if people > 1 else first.spans
    if second.by == first.by:
        return first.pairs
    return common(first.pairs if people > 1 else first.spans, second.spans)


# Making a station.


def station(role: str, by: Document | None, calendars: Calendars, start: int, end: int) -> Station:
    """The people of a role over [start, end); `by` is the document that staffs it, None where there is none."""
    if isinstance(by, Schedule):
        found = watches(by, calendars, start, end)
        leads = tuple(_leads(by, found))
        spans = merged((lead.start, lead.end) for lead in leads)
        return Station(role, by.key, start, end, spans, _pairs(found), leads)
    if isinstance(by, Vendor):
        return _vendor(role, by, start, end)
    whole = (Span(start, end),)
    name = by.key.replace(":", " ") if by else "nobody who is written down"
    assumed = (
        f"{role} is staffed by {name}, without hours: taken as always open, with two people, "
        f"answering within {GROUP_ANSWERS // 60} minutes"
    )
    lead = Lead(start, end, "", "", GROUP_ANSWERS)
    return Station(role, by.key if by else "", start, end, whole, whole, (lead,), assumed)


def _vendor(role: str, vendor: Vendor, start: int, end: int) -> Station:
    sites = [(site, _site_time(site, start, end)) for site in vendor.sites]
    spans = merged(span for _, open_ in sites for span in open_)
    many = [span for site, open_ in sites if site.seats > 1 for span in open_]
    for at, (_, one) in enumerate(sites):
        many.extend(span for _, other in sites[at + 1 :] for span in common(one, other))
    answers = vendor.answers_within.nominal_seconds
    leads = tuple(Lead(*span, "", "", answers) for span in spans)
    return Station(role, vendor.key, start, end, spans, merged(many), leads)


def _site_time(site: Site, start: int, end: int) -> Spans:
    days = week_days(site.days)
    return open_spans(site.timezone, site.hours, lambda day: day.weekday() in days, start, end)


def _leads(schedule: Schedule, found: tuple[Watch, ...]) -> Iterator[Lead]:
    """Who leads, from edge to edge; stretches with the same leader are one."""
    answers = [
        (shift.answers_within or schedule.answers_within).nominal_seconds
        for shift in schedule.shifts
    ]
    edges = sorted({edge for watch in found for edge in (watch.start, watch.end)})
    waiting: list[tuple[int, int, Watch]] = []
    at = 0
    held: Lead | None = None
    for start, end in pairwise(edges):
        while at < len(found) and found[at].start <= start:
            heappush(waiting, (-found[at].began, found[at].row, found[at]))
            at += 1
        while waiting and waiting[0][2].end <= start:
            heappop(waiting)
        if not waiting:
            continue
        watch = waiting[0][2]
        lead = Lead(start, end, watch.member, watch.shift, answers[watch.row])
        if held and held.end == start and held[2:] == lead[2:]:
            held = held._replace(end=end)
            continue
        if held:
            yield held
        held = lead
    if held:
        yield held


def _pairs(found: tuple[Watch, ...]) -> Spans:
    """When two different people are on watch."""
    edges = sorted(
        edge
        for watch in found
        for edge in ((watch.start, 1, watch.member), (watch.end, -1, watch.member))
    )
    on: Counter[str] = Counter()
    spans, since = [], 0
    for instant, step, member in edges:
        before = len(on)
        on[member] += step
        if not on[member]:
            del on[member]
        if before < 2 <= len(on):
            since = instant
        elif len(on) < 2 <= before:
            spans.append((since, instant))
    return merged(spans)
