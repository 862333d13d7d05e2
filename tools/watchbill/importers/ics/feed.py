"""An iCalendar feed over a range: who is on call from when to when, repeated events and their exceptions resolved."""

import math
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from watchbill.errors import CannotRun
from watchbill.importers.watch import Stand
from watchbill.load.text import shown
from watchbill.model.types import zones
from watchbill.timeline.spans import Span
from watchbill.timeline.zones import at_wall, moment, reading, seconds, zone

_OFTEN = frozenset(("SECONDLY", "MINUTELY", "HOURLY"))
_MOST_EVENTS = 20_000
_PACKAGE = "the import of calendars needs a package more: pip install 'watchbill[calendar]'"


class Feed(NamedTuple):
    """A feed that was read: its own zone ("" where it names none that there is), and the parsed calendar."""

    zone: str
    calendar: Any


def read_feed(raw: bytes, file: str) -> Feed:
    """Parses a feed. Raises CannotRun for what is none, or repeats more often than daily."""
    try:
        from icalendar import Calendar
    except ImportError:
        raise CannotRun(_PACKAGE) from None
    try:
        found: Any = Calendar.from_ical(raw)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise CannotRun(f"{shown(file, 200)} is no iCalendar file") from None
    if getattr(found, "name", "") != "VCALENDAR":
        raise CannotRun(f"{shown(file, 200)} is no iCalendar file")
    try:
        rules = [rule for event in found.walk("VEVENT") for rule in _rules(event)]
        often = any(_often(rule) for rule in rules)
    except Exception:  # noqa: BLE001 - a broken property raises whatever its kind brings about
        raise CannotRun(f"{shown(file, 200)} has a repetition that cannot be read") from None
    if often:
        raise CannotRun(f"{shown(file, 200)} has an event that repeats more often than daily")
    named = str(found.get("X-WR-TIMEZONE", ""))
    return Feed(named if named in zones() else "", found)


def _often(rule: Any) -> bool:
    """Whether a rule repeats more often than hourly: such a one could go on for ever."""
    times = [len(rule.get(part, ())) or 1 for part in ("BYHOUR", "BYMINUTE", "BYSECOND")]
    frequent = _OFTEN & {str(one).upper() for one in rule.get("FREQ", ())}
    return bool(frequent) or math.prod(times) > 24


def _rules(event: Any) -> list[Any]:
    found = event.get("RRULE", [])
    return list(found) if isinstance(found, list) else [found]


class Event(NamedTuple):
    """Somebody on call over [start, end), in seconds since 1970 UTC; `zone` is the event's own clock, "" for none."""

    start: int
    end: int
    member: str
    zone: str

    @property
    def stand(self) -> Stand:
        """The same without its clock."""
        return Stand(self.start, self.end, self.member)


def events_of(feed: Feed, span: Span, clock: str) -> list[Event]:
    """Who is on call within a span, in order; people by the event's summary. Raises CannotRun.

    An event without a zone, or of whole days, is on the wall clock `clock`.
    """
    try:
        from recurring_ical_events import of  # type: ignore[import-untyped]
    except ImportError:
        raise CannotRun(_PACKAGE) from None
    try:
        events = of(feed.calendar, skip_bad_series=False).between(
            moment(span.start - 86_400), moment(span.end + 86_400)
        )
        found = [_event(event, clock) for event in events if _counts(event)]
    except CannotRun:
        raise
    except Exception as error:  # noqa: BLE001 - the library raises whatever a broken series brings about
        raise CannotRun(f"an event of the feed cannot be read: {shown(error, 120)}") from None
    if len(found) > _MOST_EVENTS:
        raise CannotRun(f"the feed has more than {_MOST_EVENTS:,} events in that range")
    inside = (one for one in found if one.start < span.end and span.start < one.end)
    return sorted(one for one in inside if one.start < one.end)


def _counts(event: Any) -> bool:
    return str(event.get("STATUS", "")).upper() != "CANCELLED"


def _event(event: Any, clock: str) -> Event:
    person = " ".join(str(event.get("SUMMARY", "")).split())
    if not person:
        raise CannotRun("an event of the feed has no summary, so nobody knows who is on call")
    start, end = _at(event.start, clock), _at(event.end, clock)
    key = getattr(getattr(event.start, "tzinfo", None), "key", "")
    return Event(start, end, person, key if key in zones() and key != "UTC" else "")


def _at(value: date | datetime, clock: str) -> int:
    """An instant from what an event says."""
    if isinstance(value, datetime):
        return seconds(value if value.tzinfo else value.replace(tzinfo=zone(clock)))
    return at_wall(clock, reading(value))


def merged(found: Iterable[Stand]) -> list[Stand]:
    """Stands in order, those of one person that touch as one."""
    by_person: dict[str, list[Stand]] = {}
    for one in sorted(found):
        own = by_person.setdefault(one.member, [])
        if own and one.start <= own[-1].end:
            own[-1] = own[-1]._replace(end=max(own[-1].end, one.end))
        else:
            own.append(one)
    return sorted(one for own in by_person.values() for one in own)


def together(found: Iterable[Stand]) -> tuple[Stand, Stand] | None:
    """The first two who are on call at once; None where nobody is."""
    last: Stand | None = None
    for one in found:
        if last is not None and one.start < last.end:
            return last, one
        last = one
    return None
