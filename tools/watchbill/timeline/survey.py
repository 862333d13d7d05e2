"""Everything to be shown of one schedule or vendor over a range, as a value."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from watchbill.model.book import Book
from watchbill.model.organization import Vendor
from watchbill.model.time import Calendar, Holiday, Schedule
from watchbill.timeline.calendars import Calendars, calendars_of
from watchbill.timeline.cover import Handover, Number, cover_of, people
from watchbill.timeline.leads import Lead
from watchbill.timeline.load_share import Load, load_of
from watchbill.timeline.shifts import Watch
from watchbill.timeline.sites import LanguageHoles, language_holes, site_time
from watchbill.timeline.spans import Span, Spans, merged, without
from watchbill.timeline.spoken import town
from watchbill.timeline.zones import DAY, day_of, wall

# Days in which holes are looked for, however short the range that is shown.
AHEAD = 400


class Off(NamedTuple):
    """A dated holiday in the range and the calendars that have it."""

    day: date
    name: str
    calendars: tuple[str, ...]
    estimated: bool


class Place(NamedTuple):
    """A town and its zone."""

    name: str
    zone: str


class Survey(NamedTuple):
    """A schedule or a vendor over [start, end), in instants.

    `numbers` counts people on watch, or of a vendor the languages spoken. `holes` are promised and
    missing, `open` is when nobody is there and nobody promised. `ahead` are the holes of the days until
    `until`, at least those of the range. `places` are towns with their zones, in whose time it is shown.
    """

    key: str
    title: str
    start: int
    end: int
    numbers: tuple[Number, ...]
    holes: Spans
    open: Spans
    ahead: Spans
    until: int
    places: tuple[Place, ...]
    holidays: tuple[Off, ...]
    promise: str
    overlap: int = 0
    begins: int = 0
    watches: tuple[Watch, ...] = ()
    leads: tuple[Lead, ...] = ()
    handovers: tuple[Handover, ...] = ()
    thinnest: Handover | None = None
    loads: tuple[Load, ...] = ()
    shifts: tuple[str, ...] = ()
    languages: tuple[LanguageHoles, ...] = ()

    @property
    def id(self) -> str:
        """Its name without its kind."""
        return self.key.partition(":")[2]


def survey(book: Book, document: Schedule | Vendor, start: int, end: int) -> Survey:
    """The survey of a schedule or a vendor of a book."""
    calendars = calendars_of(book)
    if isinstance(document, Vendor):
        return _vendor(document, calendars, start, end)
    hubs = tuple(Place(one.hub, one.timezone) for one in book.regions().values())
    return _schedule(document, calendars, hubs, Span(start, end))


def _schedule(
    schedule: Schedule, calendars: Calendars, hubs: tuple[Place, ...], asked: Span
) -> Survey:
    start, end = asked
    until = max(end, start + AHEAD * DAY)
    far = cover_of(schedule, calendars, start, until)
    near = cover_of(schedule, calendars, start, end)
    numbers = people(near.watches)
    nobody = without((Span(start, end),), merged((one.start, one.end) for one in numbers))
    zones = tuple(dict.fromkeys(shift.timezone for shift in schedule.shifts))
    named = {shift.calendar for shift in schedule.shifts if shift.calendar} | {schedule.cover}
    return Survey(
        key=schedule.key,
        title=schedule.title,
        start=start,
        end=end,
        numbers=numbers,
        holes=near.holes,
        open=without(nobody, near.holes),
        ahead=far.holes,
        until=until,
        places=_places(hubs, zones),
        holidays=_holidays(calendars, named, zones, start, end),
        promise=_promise(schedule, calendars),
        overlap=schedule.overlap.nominal_seconds,
        begins=far.start,
        watches=near.watches,
        leads=near.leads,
        handovers=near.handovers,
        thinnest=far.thinnest,
        loads=load_of(schedule, near.watches),
        shifts=tuple(shift.id for shift in schedule.shifts),
    )


def _places(hubs: tuple[Place, ...], zones: Iterable[str]) -> tuple[Place, ...]:
    """The hubs, then the towns of zones that are no hub's."""
    known = {hub.zone for hub in hubs} | {"UTC"}
    return (*hubs, *(Place(town(zone), zone) for zone in zones if zone not in known))


def _promise(schedule: Schedule, calendars: Calendars) -> str:
    if schedule.cover == "24x7":
        return "somebody at every minute"
    if schedule.cover == "as-listed":
        return f"the listed hours. {schedule.limits or ''}".strip()
    known = schedule.cover in calendars
    return f"somebody while `{schedule.cover}` is open{'' if known else ', which is not there'}"


def _vendor(vendor: Vendor, calendars: Calendars, start: int, end: int) -> Survey:
    until = max(end, start + AHEAD * DAY)
    spoken = language_holes(vendor, start, end)
    zones = tuple(dict.fromkeys(site.timezone for site in vendor.sites))
    open_ = merged(span for site in vendor.sites for span in site_time(site, start, end))
    return Survey(
        key=vendor.key,
        title=vendor.title,
        start=start,
        end=end,
        numbers=_spoken(spoken, start, end),
        holes=merged(span for one in spoken for span in one.unstated),
        open=without((Span(start, end),), open_),
        ahead=merged(span for one in language_holes(vendor, start, until) for span in one.unstated),
        until=until,
        places=tuple(dict.fromkeys(Place(one.city, one.timezone) for one in vendor.sites)),
        holidays=_holidays(calendars, (), zones, start, end),
        promise="every language of its sites at every minute, but for the gaps that it states",
        begins=start,
        languages=spoken,
    )


def _spoken(languages: Iterable[LanguageHoles], start: int, end: int) -> tuple[Number, ...]:
    """How many languages are spoken, from change to change."""
    steps: dict[int, int] = {}
    for one in languages:
        for span in without((Span(start, end),), one.holes):
            steps[span.start] = steps.get(span.start, 0) + 1
            steps[span.end] = steps.get(span.end, 0) - 1
    found, number, since = [], 0, start
    for instant, step in sorted(steps.items()):
        if number:
            found.append(Number(since, instant, number))
        number, since = number + step, instant
    return tuple(found)


def _holidays(
    calendars: Calendars, named: Iterable[str], zones: Iterable[str], start: int, end: int
) -> tuple[Off, ...]:
    """The holidays of the calendars that are named or whose clock is one of the zones."""
    found: dict[tuple[date, str], list[tuple[str, bool]]] = {}
    wanted, clocks = set(named), set(zones)
    for id, calendar in sorted(calendars.items()):
        if id not in wanted and calendar.timezone not in clocks:
            continue
        for day in _within(calendar, start, end):
            found.setdefault((day.date, day.name), []).append((id, day.estimated))
    return tuple(
        Off(day, name, tuple(id for id, _ in marks), any(late for _, late in marks))
        for (day, name), marks in sorted(found.items())
    )


def _within(calendar: Calendar, start: int, end: int) -> list[Holiday]:
    first = day_of(wall(calendar.timezone, start))
    last = day_of(wall(calendar.timezone, end - 1))
    return [one for one in calendar.holidays if first <= one.date <= last]
