"""Who is there, minute by minute, from the fields of the book alone: shares nothing with the engine.

All instants are whole minutes since 1970 UTC. What never comes is NEVER.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date, datetime
from functools import cache, lru_cache, partial
from math import inf
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tests.timeline.oracle import WEEK, handover, names
from watchbill.model.book import Book
from watchbill.model.organization import Organization, Partner, Site, Team, Vendor
from watchbill.model.time import Calendar, Schedule, Shift
from watchbill.model.types import Duration

NEVER = inf
DAY = 1440
# Days behind the last start that are looked at: what has not come by then never comes.
REACH = 60
GROUP_ANSWERS = 15

Minute = float


def minutes(length: Duration) -> int:
    """A length in whole minutes; a day is 24 hours."""
    assert not length.nominal_seconds % 60, length
    return length.nominal_seconds // 60


@lru_cache(maxsize=4096)
def readings(zone: str, day: int) -> tuple[tuple[int, int], ...]:
    """What the local clock shows at each minute of a UTC day: the day's ordinal and the minute of the day."""
    clock = ZoneInfo(zone)
    shown = (datetime.fromtimestamp(one * 60, clock) for one in range(day * DAY, day * DAY + DAY))
    return tuple((now.toordinal(), now.hour * 60 + now.minute) for now in shown)


def owner(shown: tuple[int, int], start: int, end: int) -> int | None:
    """The ordinal of the day that owns the window in which a local clock is; None outside of it."""
    day, minute = shown
    if start < end:
        return day if start <= minute < end else None
    if minute >= start:
        return day
    return day - 1 if minute < end else None


def weekday(ordinal: int, days: object) -> bool:
    return WEEK[date.fromordinal(ordinal).weekday()] in names(days)


@lru_cache(maxsize=4096)
def calendar_day(calendar: Calendar, day: int) -> tuple[bool, ...]:
    """Whether a calendar is open at each minute of a UTC day."""
    closed = {one.date.toordinal() for one in calendar.holidays}
    owned = lru_cache(lambda own, row: own not in closed and weekday(own, row.days))
    return tuple(
        any(
            (own := owner(shown, row.hours.start, row.hours.end)) is not None and owned(own, row)
            for row in calendar.hours
        )
        for shown in readings(calendar.timezone, day)
    )


class Window(NamedTuple):
    """A shift as far as its window goes: what is equal here is open at the same minutes."""

    zone: str
    start: int
    end: int
    days: object
    off: bool
    holidays: frozenset[int]

    def owns(self, day: int) -> bool:
        if day in self.holidays and "holiday" in names(self.days):
            return True
        return not (day in self.holidays and self.off) and weekday(day, self.days)


@lru_cache(maxsize=4096)
def window_day(window: Window, day: int) -> tuple[bool, ...]:
    """Whether a window is open at each minute of a UTC day."""
    owned = lru_cache(window.owns)
    return tuple(
        (own := owner(shown, window.start, window.end)) is not None and owned(own)
        for shown in readings(window.zone, day)
    )


class Watch:
    """One shift of a schedule."""

    def __init__(self, schedule: Schedule, shift: Shift, calendars: dict[str, Calendar]) -> None:
        holidays = calendars[shift.calendar].holidays if shift.calendar else ()
        self.window = Window(
            shift.timezone,
            shift.hours.start,
            shift.hours.end,
            shift.days,
            shift.holidays == "off",
            frozenset(one.date.toordinal() for one in holidays),
        )
        self.shift = shift
        self.answers = minutes(shift.answers_within or schedule.answers_within)
        self.swaps = [
            (one.start.timestamp() / 60, one.end.timestamp() / 60, one.member)
            for one in schedule.overrides
            if one.shift == shift.id
        ]
        self._handovers = [handover(shift, 0) // 60]
        self._began: dict[int, int] = {}

    def turn(self, minute: int) -> int | None:
        """Whose turn it is, by number; None where nobody stands this watch."""
        if not window_day(self.window, minute // DAY)[minute % DAY]:
            return None
        while self._handovers[-1] <= minute:
            self._handovers.append(handover(self.shift, len(self._handovers)) // 60)
        number = bisect_right(self._handovers, minute) - 1
        return number if number >= 0 else None

    def member(self, minute: int) -> str:
        """Who stands it, or stands in; "" for nobody."""
        turn = self.turn(minute)
        who = "" if turn is None else self.shift.members[turn % len(self.shift.members)]
        for start, end, other in self.swaps:
            if who and start <= minute < end:
                who = other
        return who

    def began(self, minute: int) -> int:
        """When this watch, which stands now, began: opened, or was handed over."""
        turn, back = self.turn(minute), minute
        while back not in self._began and self.turn(back - 1) == turn:
            back -= 1
        began = self._began.get(back, back)
        for one in range(back, minute + 1):
            self._began[one] = began
        return began


class Group:
    """Those who stand a role: how many are there at a minute (two are enough), and how soon they answer."""

    def __init__(self, by: object, calendars: dict[str, Calendar]) -> None:
        self.by = by
        rows = by.shifts if isinstance(by, Schedule) else ()
        self.watches = [Watch(by, row, calendars) for row in rows]  # type: ignore[arg-type]

    def heads(self, minute: int) -> int:
        if isinstance(self.by, Schedule):
            return min(2, len({who for one in self.watches if (who := one.member(minute))}))
        if isinstance(self.by, Vendor):
            seats = sum(site.seats for site in self.by.sites if works(site, minute))
            return min(2, seats)
        return 2

    def answers(self, minute: int) -> int:
        """How long a page takes at a minute at which somebody is there."""
        if isinstance(self.by, Schedule):
            standing = [one for one in self.watches if one.turn(minute) is not None]
            if len({one.answers for one in standing}) == 1:
                return standing[0].answers
            # Of several the one that began last leads; of those that began together the first in the file.
            return max(standing, key=lambda one: one.began(minute)).answers
        return minutes(self.by.answers_within) if isinstance(self.by, Vendor) else GROUP_ANSWERS


def works(site: Site, minute: int) -> bool:
    window = Window(site.timezone, site.hours.start, site.hours.end, site.days, False, frozenset())
    return window_day(window, minute // DAY)[minute % DAY]


class Opened:
    """The open minutes from a first one on, looked at day by day as far as they are asked for."""

    def __init__(self, is_open: Callable[[int], bool], first: int, far: int) -> None:
        self._is_open, self._until, self._far = is_open, first, far
        self._found: list[int] = []

    def nth(self, minute: Minute, number: int) -> Minute:
        """The n-th open minute (from 0) that is not before a minute."""
        if minute == NEVER:
            return NEVER
        while True:
            at = bisect_left(self._found, minute) + number
            if at < len(self._found) and self._until > minute:
                return self._found[at]
            if self._until >= self._far:
                return NEVER
            self._look()

    def count(self, start: int, end: int) -> int:
        """How many open minutes lie in [start, end)."""
        while self._until < min(end, self._far):
            self._look()
        return bisect_left(self._found, end) - bisect_left(self._found, start)

    def _look(self) -> None:
        day = range(self._until, min(self._until + DAY, self._far))
        self._found += [minute for minute in day if self._is_open(minute)]
        self._until = day.stop


class Crew:
    """The roles of a book, from the first of some starts until long after the last."""

    def __init__(self, book: Book, starts: range) -> None:
        self._calendars = {one.id: one for one in book.all(Calendar)}
        kinds = (Schedule, Vendor, Team, Partner)
        staff = {one.id: one for kind in reversed(kinds) for one in book.all(kind)}
        roles = [role for one in book.all(Organization) for role in one.roles]
        self.by = {role.id: role.staffed_by for role in roles}
        groups = {id: Group(staff.get(id), self._calendars) for id in self.by.values()}
        self.groups = {role: groups[by] for role, by in self.by.items()}
        self._first, self._far = starts.start, starts.stop + REACH * DAY
        self._opened: dict[object, Opened] = {}

    def opened(self, calendar: str) -> Opened:
        """The open minutes of a calendar."""
        # A calendar as a key is slow to look up.
        shown = cache(partial(calendar_day, self._calendars[calendar]))
        return self._kept(calendar, lambda minute: shown(minute // DAY)[minute % DAY])

    def hands(self, role: str, second: str | None, people: int) -> Opened:
        """The minutes at which all whom a step takes are there."""
        one, other = self.groups[role], self.groups[second] if second else None
        least = 2 if other is one else people

        def there(minute: int) -> bool:
            return one.heads(minute) >= least and (other is None or other.heads(minute) > 0)

        return self._kept((self.by[role], second and self.by[second], people), there)

    def _kept(self, key: object, is_open: Callable[[int], bool]) -> Opened:
        if key not in self._opened:
            self._opened[key] = Opened(is_open, self._first, self._far)
        return self._opened[key]

    def is_open(self, role: str, minute: int) -> bool:
        return self.groups[role].heads(minute) > 0

    def answers(self, role: str, minute: int) -> int:
        return self.groups[role].answers(minute)

    def answered(self, role: str, minute: Minute) -> Minute:
        """When a role that is called at a minute is there: its answer time after its next open minute."""
        at = self.hands(role, None, 1).nth(minute, 0)
        return at if at == NEVER else at + self.answers(role, int(at))

    def done(
        self, role: str, second: str | None, people: int, minute: Minute, takes: int
    ) -> Minute:
        """When so many open minutes have passed; none still wait until there is one."""
        opened = self.hands(role, second, people)
        return opened.nth(minute, takes - 1) + 1 if takes else opened.nth(minute, 0)
