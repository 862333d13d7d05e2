"""What rules about queues share: when a crew is at work, and whether it holds the certificates."""

from collections.abc import Iterator
from functools import lru_cache

from watchbill.model.book import Book
from watchbill.model.exposed import group_of
from watchbill.model.operations import Crew, Queue, Training
from watchbill.model.organization import Site, Vendor
from watchbill.model.time import Schedule
from watchbill.model.types import Hours, parse_hours
from watchbill.rules.proof._schedules import horizon, proven
from watchbill.timeline.spans import Span, Spans, common, merged
from watchbill.timeline.windows import WEEK, open_spans, week_days

ALL_DAY = parse_hours("24h")
# A zone, the hours on its clock, and the days of the week.
_Window = tuple[str, Hours, frozenset[int]]


def site_of(book: Book, crew: Crew) -> Site | None:
    """The vendor's site where a crew sits; None where it is no vendor's, or the site is not there."""
    vendor = book.get(Vendor, crew.who) if crew.site else None
    return next((one for one in vendor.sites if one.id == crew.site), None) if vendor else None


def at_work(book: Book, crew: Crew) -> Spans | None:
    """When a crew works over the horizon; None where that cannot be told, which is another finding."""
    ahead = horizon(book)
    site = site_of(book, crew)
    own = _own(crew, site)
    if site is not None:
        there = (site.timezone, site.hours, week_days(site.days))
        return opens(*there, ahead) if own is None else _both(there, own, ahead)
    schedule = book.get(Schedule, crew.who)
    if schedule is None:
        return opens(*own, ahead) if own and crew.hours else None
    cover = proven(book, schedule)
    watched = merged((one.start, one.end) for one in cover.watches) if cover else None
    return watched if own is None or watched is None else common(watched, opens(*own, ahead))


def _own(crew: Crew, site: Site | None) -> _Window | None:
    """The days and hours that a crew names for itself; None where it names none, or no zone is known for them."""
    zone = site.timezone if site else crew.timezone
    days = week_days(crew.days)
    if zone is None or (crew.hours is None and len(days) == len(WEEK)):
        return None
    return zone, crew.hours or (site.hours if site else ALL_DAY), days


# Many crews share the hours of a site, and each is asked about once for each of its languages.
@lru_cache(maxsize=256)
def opens(zone: str, hours: Hours, days: frozenset[int], ahead: Span) -> Spans:
    """When a window on the clock of a zone is open on these days of the week."""
    return open_spans(zone, hours, lambda day: day.weekday() in days, *ahead)


@lru_cache(maxsize=256)
def _both(one: _Window, other: _Window, ahead: Span) -> Spans:
    return common(opens(*one, ahead), opens(*other, ahead))


def not_begun(book: Book, crew: Crew) -> Spans:
    """The time before the first watch of a crew's schedule, which is proven from then on; none for others."""
    schedule = book.get(Schedule, crew.who)
    cover = proven(book, schedule) if schedule else None
    start = horizon(book).start
    return (Span(start, cover.start),) if cover and start < cover.start else ()


def missing(book: Book, queue: Queue, crew: Crew) -> Iterator[Training]:
    """The trainings that a queue needs and of which the crew has no certified people."""
    group = group_of(book, crew)
    for id in queue.needs:
        training = book.get(Training, id)
        if training and not any(
            one.people and one.who == group and one.site == crew.site for one in training.certified
        ):
            yield training
