"""What the proofs of schedules share: each schedule resolved once for the days ahead, and how a time is said."""

from datetime import UTC, datetime, time

from watchbill.model.book import Book
from watchbill.model.memo import once
from watchbill.model.time import Calendar, Schedule, Shift
from watchbill.timeline import spoken
from watchbill.timeline.cover import Cover, cover_of
from watchbill.timeline.spans import Span
from watchbill.timeline.turns import countable
from watchbill.timeline.zones import DAY, seconds

# Days ahead of the day of judgement that are proven.
HORIZON = 400


def horizon(book: Book) -> Span:
    """From the midnight (UTC) that begins the day of judgement, in instants."""
    start = seconds(datetime.combine(book.today, time(), UTC))
    return Span(start, start + HORIZON * DAY)


def calendars(book: Book, schedule: Schedule) -> dict[str, Calendar] | None:
    """The calendars that a schedule names, by id; None where one is not there, which is another finding."""
    named = {shift.calendar for shift in schedule.shifts if shift.calendar}
    if schedule.cover not in ("24x7", "as-listed"):
        named.add(schedule.cover)
    found = {id: book.get(Calendar, id) for id in sorted(named)}
    there = {id: calendar for id, calendar in found.items() if calendar}
    return there if len(there) == len(found) else None


def proven(book: Book, schedule: Schedule) -> Cover | None:
    """A schedule's cover over the horizon; None where a calendar is not there, or a turn is absurdly short."""
    known, ahead = calendars(book, schedule), horizon(book)
    if known is None or not countable(schedule.shifts):
        return None
    kept = _kept(book)
    if schedule.id not in kept:
        kept[schedule.id] = cover_of(schedule, known, *ahead)
    return kept[schedule.id]


@once
def _kept(_: Book) -> dict[str, Cover]:
    return {}


def place(book: Book, shift: Shift) -> str:
    """What people call the place of a shift's clock: its region's hub, or the zone's town."""
    region = book.regions().get(shift.region)
    return (
        region.hub if region and region.timezone == shift.timezone else spoken.town(shift.timezone)
    )


def said(book: Book, shift: Shift) -> str:
    """A shift with its hours: ``` `emea-week` (08:00-17:30 Dublin) ```."""
    return f"`{shift.id}` ({shift.hours} {place(book, shift)})"
