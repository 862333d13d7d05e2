"""Hours compared: what is open, or who is on watch, before and after, over all the days that a proof looks at."""

from typing import NamedTuple

from watchbill.diff.books import Books
from watchbill.diff.change import Direction
from watchbill.diff.promises import range_of
from watchbill.model.book import Book
from watchbill.model.time import Calendar, Schedule
from watchbill.simulate.proof.when import Range
from watchbill.timeline import spoken
from watchbill.timeline.calendars import open_time
from watchbill.timeline.cover import people
from watchbill.timeline.shifts import cover, watches
from watchbill.timeline.spans import Span, Spans, merged, total, without
from watchbill.timeline.turns import countable
from watchbill.timeline.zones import DAY


class Hours(NamedTuple):
    """What was lost and what was gained of some time, over `of` seconds."""

    lost: Spans
    gained: Spans
    of: int

    @property
    def direction(self) -> Direction | None:
        """Weaker where some is lost and none gained; None where nothing changed."""
        if self.lost and self.gained:
            return Direction.UNKNOWN
        if self.lost:
            return Direction.WEAKER
        return Direction.STRONGER if self.gained else None


class Watched(NamedTuple):
    """When anybody is on watch, and when more than one person is."""

    anybody: Spans
    two: Spans


def hours(before: Spans, after: Spans, all_: Range) -> Hours:
    """Compares two times."""
    return Hours(without(before, after), without(after, before), all_.end - all_.start)


def open_hours(books: Books, before: Calendar, after: Calendar) -> Hours:
    """What became of the open time of a calendar."""
    all_ = range_of(books)
    return hours(open_time(before, *all_), open_time(after, *all_), all_)


def watched(book: Book, schedule: Schedule, all_: Range) -> Watched | None:
    """Who is on watch; None where a calendar is not there, or turns cannot be counted."""
    calendars = calendars_of(book, schedule)
    if calendars is None:
        return None
    found = watches(schedule, calendars, *all_)
    inside = tuple(
        one._replace(start=max(one.start, all_.start), end=min(one.end, all_.end))
        for one in found
        if one.start < all_.end and all_.start < one.end
    )
    two = merged((one.start, one.end) for one in people(inside) if one.people > 1)
    return Watched(cover(inside), two)


def calendars_of(book: Book, schedule: Schedule) -> dict[str, Calendar] | None:
    """The calendars of a schedule's watches; None where one is not there, or turns cannot be counted."""
    named = {shift.calendar for shift in schedule.shifts if shift.calendar}
    calendars = {id: book.get(Calendar, id) for id in sorted(named)}
    known = {id: calendar for id, calendar in calendars.items() if calendar}
    return known if len(known) == len(calendars) and countable(schedule.shifts) else None


def told(found: Hours, zone: str, lost: str, gained: str) -> str:
    """The worked example: the first stretch that is lost or gained, and how much in all."""
    parts = []
    for word, spans in ((lost, found.lost), (gained, found.gained)):
        if spans:
            first = Span(spans[0].start, min(spans[0].end, spans[0].start + 7 * DAY))
            place = "" if zone != "UTC" else "UTC"
            stretch = spoken.stretch(zone, first, place)
            hours = f"{total(spans) / 3600:,.1f}".removesuffix(".0")
            parts.append(f"{word} {stretch} first; {hours} h in {found.of // DAY} days")
    return "; ".join(parts)
