"""iCalendar: one calendar a schedule, one event for each resolved watch of a range."""

from datetime import timedelta
from urllib.parse import urlsplit

from watchbill.errors import CannotRun
from watchbill.exporters.icalendar.calendar import Frame, calendar
from watchbill.exporters.icalendar.pieces import whole_watches
from watchbill.exporters.protocol import File, Settings, Wanted
from watchbill.model.book import Book
from watchbill.model.organization import Organization
from watchbill.model.time import Schedule
from watchbill.timeline.calendars import calendars_of
from watchbill.timeline.spans import Span
from watchbill.timeline.zones import DAY, moment, seconds

NAME = "icalendar"
WHAT = "Calendars to subscribe to: an event for each watch of a schedule."
DAYS = 90


def wanted(book: Book, settings: Settings) -> Wanted:
    """One .ics a schedule that is not deprecated. Raises CannotRun without the library `icalendar`."""
    try:
        import icalendar  # noqa: F401
    except ImportError:
        raise CannotRun(
            "the export to icalendar needs a package more: pip install 'watchbill[calendar]'"
        ) from None
    range_ = _range(book, settings)
    sites = [urlsplit(one.site).hostname for one in book.all(Organization)]
    frame = Frame(
        moment(seconds(book.now)),
        settings.tz,
        settings.clock,
        (sites or [None])[0] or "watchbill.invalid",
    )
    calendars = calendars_of(book)
    hubs = {region.id: region.hub for region in book.regions().values()}
    files = tuple(
        File(
            f"{schedule.id}.ics",
            calendar(schedule, whole_watches(schedule, calendars, *range_), hubs, frame),
        )
        for schedule in book.all(Schedule)
        if schedule.status != "deprecated"
    )
    return Wanted(files, _losses(book, range_, settings))


def _range(book: Book, settings: Settings) -> Span:
    midnight = seconds(book.now) // DAY * DAY
    start = midnight if settings.since is None else settings.since
    end = start + DAYS * DAY if settings.until is None else settings.until
    if start >= end:
        raise CannotRun("the calendars would end before they begin: --from comes before --to")
    return Span(start, end)


def _losses(book: Book, range_: Span, settings: Settings) -> tuple[str, ...]:
    first, last = moment(range_.start), moment(range_.end) - timedelta(seconds=1)
    tiers = sorted({book.audience_of(one) for one in book.all(Schedule)} - {""})
    losses = [
        f"Only the watches of {first:%Y-%m-%d} to {last:%Y-%m-%d} are there: export again before they end.",
        "Of several people on watch the one whose watch began last leads; the events only stand side by side.",
        "Where nobody is on watch there is no event: `watchbill coverage` and `watchbill lint` name the holes.",
        "Answer times, overlaps and what is handed over are words in the description, and ring no alarm.",
        "A swap made in the pager is not here: these are the watches as planned in the book.",
    ]
    if tiers:
        losses.append(
            f"A calendar file keeps nobody out: give it only to readers of {', '.join(tiers)}."
        )
    if settings.clock == "local":
        losses.append(
            "Events stand on the clock of their shift, each file with its own definition of that clock. A"
            " program that takes its own instead may be behind the law: `--clock utc` leaves it no choice."
        )
    return tuple(losses)
