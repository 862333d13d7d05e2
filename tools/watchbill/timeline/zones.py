"""Zones and wall clocks, from the pinned `tzdata` wheel only.

An instant is an int: seconds since 1970-01-01T00:00:00Z. A wall reading is an int as well: the seconds
from 1970-01-01T00:00 to what the local clock shows, as if that clock had never been changed.
"""

import contextlib
import zoneinfo
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import tzdata  # type: ignore[import-untyped]

DAY = 86_400
EPOCH_DAY = date(1970, 1, 1).toordinal()
# No clock is further from UTC than this, nor is it ever changed by more.
_FAR = 27 * 3600
# Changes are looked for this far apart.
_STEP = 5 * DAY

# The machine's zone files are often older than the law: only the wheel is asked, here and nowhere else.
zoneinfo.reset_tzpath(())
_FILES = Path(tzdata.__file__).parent / "zoneinfo"


class Stretch(NamedTuple):
    """A stretch of time [start, end) in which a local clock is not changed: wall = instant + offset."""

    start: int
    end: int
    offset: int


class Recorded(NamedTuple):
    """What a clock showed over [rows[0][0], end) by an earlier state of the tz database.

    Each row is an instant and by how many seconds the clock is ahead of UTC from then on.
    """

    rows: tuple[tuple[int, int], ...]
    end: int

    def at(self, instant: int) -> int | None:
        """The offset in seconds; None outside of what was recorded."""
        place = bisect_right(self.rows, instant, key=itemgetter(0))
        return self.rows[place - 1][1] if place and instant < self.end else None


_recorded: dict[str, Recorded] = {}


@contextlib.contextmanager
def as_recorded(clocks: Mapping[str, Recorded]) -> Iterator[None]:
    """While it lasts, these zones show what was recorded; all others what the wheel says.

    What was derived before, of a book that is kept in memory, stays as it was derived.
    """
    _recorded.update(clocks)
    _forget()
    try:
        yield
    finally:
        _recorded.clear()
        _forget()


def _forget() -> None:
    for known in (offset_at, changes, at_wall):
        known.cache_clear()


@lru_cache(maxsize=1)
def tz_version() -> str:
    """The version of the tz database in use, as its publishers write it: `2026f`."""
    return str(tzdata.IANA_VERSION)


@lru_cache(maxsize=1024)
def zone(name: str) -> zoneinfo.ZoneInfo:
    """The zone of that IANA name. Raises zoneinfo.ZoneInfoNotFoundError for another."""
    if ".." not in name and not name.startswith("/"):
        # Read as a file: the library that zoneinfo would read it with costs a commit hook more than the zone.
        with contextlib.suppress(OSError, ValueError), (_FILES / name).open("rb") as file:
            return zoneinfo.ZoneInfo.from_file(file, key=name)
    raise zoneinfo.ZoneInfoNotFoundError(f"no zone of the tz database is named {name}")


def seconds(instant: datetime) -> int:
    """An aware datetime as an instant; parts of a second are dropped."""
    return int(instant.timestamp() // 1)


def moment(instant: int) -> datetime:
    """An instant as a datetime in UTC."""
    return datetime.fromtimestamp(instant, UTC)


@lru_cache(maxsize=16_384)
def offset_at(name: str, instant: int) -> int:
    """Seconds by which the zone's clock is ahead of UTC at an instant."""
    if name in _recorded and (known := _recorded[name].at(instant)) is not None:
        return known
    shift = zone(name).utcoffset(datetime.fromtimestamp(instant, zone(name)))
    return shift.days * DAY + shift.seconds if shift else 0


def wall(name: str, instant: int) -> int:
    """The wall reading of the zone at an instant."""
    return instant + offset_at(name, instant)


def reading(day: date, minute: int = 0) -> int:
    """The wall reading of a local day at so many minutes after its midnight."""
    return (day.toordinal() - EPOCH_DAY) * DAY + minute * 60


def day_of(reading: int) -> date:
    """The local day of a wall reading."""
    return date.fromordinal(reading // DAY + EPOCH_DAY)


@lru_cache(maxsize=8192)
def changes(name: str, year: int) -> tuple[tuple[int, int], ...]:
    """Each change of the zone's clock in a UTC year, as (instant, offset from then on).

    Every fifth day is compared with the one before and a differing pair is bisected to the second: no two
    changes of any zone since 1970 lie that near (a test looks at all of them).
    """
    first = int(datetime(year, 1, 1, tzinfo=UTC).timestamp())
    last = int(datetime(year + 1, 1, 1, tzinfo=UTC).timestamp())
    found, before = [], offset_at(name, first - 1)
    low = first - 1
    for high in (*range(first + _STEP, last - 1, _STEP), last - 1):
        after = offset_at(name, high)
        if after != before:
            found.append((_change(name, low, high, before), after))
        low, before = high, after
    return tuple(found)


def _change(name: str, low: int, high: int, before: int) -> int:
    while high - low > 1:
        middle = (low + high) // 2
        if offset_at(name, middle) == before:
            low = middle
        else:
            high = middle
    return high


def stretches(name: str, start: int, end: int) -> Iterator[Stretch]:
    """The stretches of [start, end) between changes of the zone's clock, in order."""
    if start >= end:
        return
    offset = offset_at(name, start)
    for year in range(moment(start).year, moment(end).year + 1):
        for instant, after in changes(name, year):
            if start < instant < end:
                yield Stretch(start, instant, offset)
                start, offset = instant, after
    yield Stretch(start, end, offset)


@lru_cache(maxsize=16_384)
def at_wall(name: str, reading: int) -> int:
    """The first instant at which the zone's clock shows this reading or has been put past it.

    In a gap that is the first instant after it, in a repeated hour the first occurrence.
    """
    for start, end, offset in stretches(name, reading - _FAR, reading + _FAR):
        if reading < end + offset:
            return max(start, reading - offset)
    raise AssertionError(f"{name} never shows {reading}")
