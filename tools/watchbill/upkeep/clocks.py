"""The clocks of a book's zones as the tz database told them once, so that a later version can be compared with it.

The record is small and for people too: each change of each clock is a line. With it the answers of an earlier
version can be worked out again, for the book as it is now.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from watchbill.model.book import Book
from watchbill.model.law import Obligation
from watchbill.model.organization import Organization, Vendor
from watchbill.model.time import Calendar, Schedule
from watchbill.model.types import parse_instant
from watchbill.timeline import spoken
from watchbill.timeline.zones import Recorded, moment, offset_at, seconds, stretches

# Whole years around the day of judgement that are written down.
_BEFORE, _BEHIND = 1, 6
_ROW = re.compile(r"(\S{20}) ([+-])([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?")
_MOST_ROWS = 10_000


class Record(NamedTuple):
    """The clocks of zones over [start, end), in instants, by the tz database of that version."""

    tz: str
    start: int
    end: int
    clocks: dict[str, Recorded]


class Moved(NamedTuple):
    """The first instant at which a zone's clock shows something else, with both offsets in seconds."""

    zone: str
    at: int
    before: int
    after: int


def zones_of(book: Book) -> tuple[str, ...]:
    """Every zone that a document of the book reckons in, sorted."""
    found = {region.timezone for one in book.all(Organization) for region in one.regions}
    found |= {site.timezone for one in book.all(Vendor) for site in one.sites}
    found |= {one.timezone for one in book.all(Calendar)}
    found |= {shift.timezone for one in book.all(Schedule) for shift in one.shifts}
    found |= {one.timezone for one in book.all(Obligation) if one.timezone}
    return tuple(sorted(found))


def recorded(book: Book, tz: str) -> Record:
    """The clocks of the book's zones by the database in use, whose version is `tz`, for whole years around the day."""
    year = book.today.year
    start, end = (_midnight(date(one, 1, 1)) for one in (year - _BEFORE, year + _BEHIND))
    clocks = {zone: Recorded(_rows(zone, start, end), end) for zone in zones_of(book)}
    return Record(tz, start, end, clocks)


def _rows(zone: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple((one.start, one.offset) for one in stretches(zone, start, end))


def _midnight(day: date) -> int:
    return seconds(datetime(day.year, day.month, day.day, tzinfo=UTC))


def moved(record: Record, zones: Iterable[str], start: int, end: int) -> Iterator[Moved]:
    """Each of these zones whose clock shows something else in [start, end) by the database in use.

    What was not recorded is not compared.
    """
    start, end = max(start, record.start), min(end, record.end)
    for zone in sorted(set(zones) & record.clocks.keys()):
        clock = record.clocks[zone]
        edges = {start, *(row[0] for row in clock.rows)}
        edges |= {one.start for one in stretches(zone, start, end)}
        for edge in sorted(edge for edge in edges if start <= edge < end):
            before, after = clock.at(edge), offset_at(zone, edge)
            if before is not None and before != after:
                yield Moved(zone, edge, before, after)
                break


def as_text(record: Record) -> str:
    """The record as JSON, a line for each change of a clock."""
    whole = {
        "version": 1,
        "tz": record.tz,
        "from": _stamp(record.start),
        "until": _stamp(record.end),
        "zones": {
            zone: [f"{_stamp(at)} {spoken.offset(offset)}" for at, offset in clock.rows]
            for zone, clock in sorted(record.clocks.items())
        },
    }
    return json.dumps(whole, indent=1) + "\n"


def _stamp(instant: int) -> str:
    return f"{moment(instant):%Y-%m-%dT%H:%M:%SZ}"


def read(text: str) -> Record:
    """A record from its text. Raises ValueError where it has another form."""
    data = json.loads(text)
    if not isinstance(data, dict) or data.get("version") != 1:
        raise ValueError("it is no record of clocks of version 1")
    start, end = (_instant(data.get(name)) for name in ("from", "until"))
    zones = data.get("zones")
    if not isinstance(zones, dict) or not all(isinstance(rows, list) for rows in zones.values()):
        raise ValueError("it has `zones`, and for each a list of changes")
    if sum(map(len, zones.values())) > _MOST_ROWS:
        raise ValueError(f"it has more than {_MOST_ROWS:,} changes")
    clocks = {str(zone): Recorded(_read_rows(zone, rows), end) for zone, rows in zones.items()}
    return Record(str(data.get("tz", "")), start, end, clocks)


def _read_rows(zone: str, rows: list[Any]) -> tuple[tuple[int, int], ...]:
    found = []
    for row in rows:
        parts = _ROW.fullmatch(row) if isinstance(row, str) else None
        if parts is None:
            raise ValueError(f"{zone}: a change is written as `2027-03-28T01:00:00Z +01:00`")
        at, sign, hours, minutes, rest = parts.groups()
        ahead = int(hours) * 3600 + int(minutes) * 60 + int(rest or 0)
        found.append((_instant(at), -ahead if sign == "-" else ahead))
    if found != sorted(found):
        raise ValueError(f"{zone}: its changes are not in order")
    return tuple(found)


def _instant(text: object) -> int:
    try:
        return seconds(parse_instant(str(text)))
    except ValueError:
        raise ValueError(f"`{text}` is no instant; write it as 2027-03-28T01:00:00Z") from None
