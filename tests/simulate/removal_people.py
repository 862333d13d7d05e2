"""Who is there at each minute, as plain rows of numbers: what a step takes is looked up, not worked out.

Shares nothing with the engine. All instants are whole minutes since 1970 UTC.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import accumulate

from tests.simulate.oracle_clocks import Clock, Counting, first_shown, last_day, minutes
from tests.simulate.oracle_pages import page, path_of
from tests.simulate.oracle_people import DAY, Crew, calendar_day
from tests.timeline.oracle import local
from watchbill.model.book import Book
from watchbill.model.response import Playbook

# Days behind the last start for which people and calendars are looked at; to need more is an error.
PEOPLE, CALENDARS = 1, 20

Who = tuple[str, str | None, int]
Paged = tuple[int, tuple[str, ...]]


class Instants:
    """One instant for each start that is tried. Of equal rows there is one object only: equal is the same."""

    __slots__ = ("at",)

    def __init__(self, at: "array[int]") -> None:
        self.at = at


class Row:
    """The open minutes of [first, first + len): how many lie before each minute, and where each ends."""

    def __init__(self, is_open: bytes, first: int) -> None:
        self._first = first
        self._before = array("i", accumulate(is_open, initial=0))
        self._ends = array("i", (first + n + 1 for n, one in enumerate(is_open) if one))

    def worked(self, at: "array[int]", takes: int) -> "array[int]":
        """When so many open minutes (one or more) have passed since each of these instants."""
        before, ends, more, first = self._before, self._ends, takes - 1, self._first
        return array("i", [ends[before[one - first] + more] for one in at])

    def between(self, at: "array[int]", until: "array[int]") -> Iterator[int]:
        """How many open minutes lie between each two instants."""
        before, first = self._before, self._first
        for one, other in zip(at, until, strict=True):
            yield before[other - first] - before[one - first]

    def next(self, minute: int) -> int:
        """The first open minute that is not before a minute."""
        return self._ends[self._before[minute - self._first]] - 1


class Tables:
    """The people and the clocks of a book at some starts and on the days after, each read once."""

    def __init__(self, book: Book, starts: Sequence[int]) -> None:
        self.book, self.starts = book, starts
        self._first = starts[0] // DAY
        self._begin = {one // DAY for one in starts}
        self._crew = Crew(book, range(starts[0], starts[-1] + 1))
        self._heads: dict[str, bytes] = {}
        self._hands: dict[Who, Row] = {}
        self._calendars: dict[str, Row] = {}
        self._kept: dict[tuple[object, ...], Instants] = {}
        self._same: dict[int, list[Instants]] = {}
        self._left: dict[tuple[Clock, Instants, Instants], int | None] = {}

    # People.

    def _shown(self, ahead: int, shown: Callable[[int], bytes]) -> bytes:
        """What each minute of the days from a start on shows; other days, which nobody asks for, show nothing."""
        days = {day + more for day in self._begin for more in range(ahead + 1)}
        all_ = range(self._first, max(days) + 1)
        return b"".join(shown(day) if day in days else bytes(DAY) for day in all_)

    def _head(self, role: str) -> bytes:
        """How many stand a role (two are enough) at each minute."""
        by = self._crew.by[role]
        if by not in self._heads:
            heads = self._crew.groups[role].heads
            self._heads[by] = self._shown(
                PEOPLE, lambda day: bytes(map(heads, range(day * DAY, day * DAY + DAY)))
            )
        return self._heads[by]

    def _row(self, who: Who) -> Row:
        if who not in self._hands:
            role, second, people = who
            one, other = self._head(role), self._head(second) if second else None
            least = 2 if other is one else people
            there = (
                there >= least and (other is None or other[n] > 0) for n, there in enumerate(one)
            )
            self._hands[who] = Row(bytes(there), self._first * DAY)
        return self._hands[who]

    def is_open(self, role: str, minute: int) -> bool:
        return self._head(role)[minute - self._first * DAY] > 0

    def answers(self, role: str, minute: int) -> int:
        group = self._crew.groups[role]
        times = {one.answers for one in group.watches}
        return times.pop() if len(times) == 1 else group.answers(minute)

    def answered(self, role: str, minute: int) -> int:
        """When a role that is called at a minute is there."""
        at = self._row((role, None, 1)).next(minute)
        assert at < minute + PEOPLE * DAY, "no day was looked at so late"
        return at + self.answers(role, at)

    def paged(self, playbook: Playbook, silents: Iterable[int]) -> dict[Paged, list["array[int]"]]:
        """What comes of the page, by silent levels and the roles that are paged or told at once.

        As rows: the starts, when it is answered, and from when on each of these roles is there. All
        regions take one path.
        """
        found: dict[Paged, list[array[int]]] = {}
        regions = self.book.regions() or ("",)
        for start in self.starts:
            paths = [path_of(self.book, playbook, region, start) for region in regions]
            assert paths[0] is not None
            assert all(path is paths[0] for path in paths)
            for silent in silents:
                at, ready = page(paths[0], start, silent, self)  # type: ignore[arg-type]
                key = silent, tuple(role for role, _ in ready)
                rows = found.setdefault(key, [array("i") for _ in range(len(ready) + 2)])
                for row, one in zip(rows, (start, at, *(when for _, when in ready)), strict=True):
                    row.append(int(one))
        return found

    # Instants after instants; what is asked twice is worked out once.

    def instants(self, at: "array[int]") -> Instants:
        """The one object for these instants."""
        same = self._same.setdefault(hash(at.tobytes()), [])
        for one in same:
            if one.at == at:
                return one
        same.append(Instants(at))
        return same[-1]

    def kept(self, key: tuple[object, ...], work: Callable[[], "array[int]"]) -> Instants:
        if key not in self._kept:
            self._kept[key] = self.instants(work())
        return self._kept[key]

    def called(self, role: str, at: Instants) -> Instants:
        """When a role that is called is there."""
        return self.kept(
            ("called", role, at), lambda: array("i", [self.answered(role, one) for one in at.at])
        )

    def worked(self, who: Who, at: Instants, takes: int) -> Instants:
        """When a step that begins then is done."""
        row = self._row(who)
        return self.kept(
            ("worked", who, at, takes), lambda: _near(at, row.worked(at.at, takes), PEOPLE)
        )

    def latest(self, *all_: Instants) -> Instants:
        """The later of some instants, start by start."""
        one, *others = dict.fromkeys(all_)
        for other in others:
            one = self.kept(
                ("latest", one, other), lambda a=one, b=other: array("i", map(max, a.at, b.at))
            )
        return one

    # Clocks.

    def _calendar(self, clock: Clock) -> Row:
        calendar = clock.counting.calendar
        assert calendar is not None
        if calendar.id not in self._calendars:
            shown = self._shown(CALENDARS, lambda day: bytes(calendar_day(calendar, day)))
            self._calendars[calendar.id] = Row(shown, self._first * DAY)
        return self._calendars[calendar.id]

    def due(self, clock: Clock, since: Instants) -> Instants:
        """When a clock is due that starts then."""
        if clock.counting.opened:
            return self.kept(
                ("due", clock, since), lambda: _near(since, self._opened(clock, since), CALENDARS)
            )
        unit, rule = clock.within.unit, clock.counting.rule
        assert unit == "s" or (unit == "d" and rule == "elapsed")
        return self.passed(clock, since, minutes(clock.within))

    def _opened(self, clock: Clock, since: Instants) -> "array[int]":
        """The same in working days: what the calendar is open until the same time of the last of them."""
        row, (_, zone, calendar, _) = self._calendar(clock), clock.counting
        assert clock.within.unit == "bd"
        how = Counting("business-days", zone, calendar)
        found: dict[int, int] = {}
        for begin in {row.next(one) for one in since.at}:
            shown = local(zone, begin * 60)
            day = last_day(shown.date(), clock.within, how)
            last = first_shown(zone, datetime.combine(day, shown.time()))
            at = array("i", [begin])
            (amount,) = row.between(at, array("i", [last]))
            (found[begin],) = row.worked(at, amount)
        return array("i", [found[row.next(one)] for one in since.at])

    def left(self, clock: Clock, at: Instants, due: Instants) -> int | None:
        """How many minutes that count lie between the two at least, where it is not late; None for always late."""
        key = clock, at, due
        if key not in self._left:
            if clock.counting.opened:
                left = self._calendar(clock).between(at.at, due.at)
            else:
                left = map(int.__sub__, due.at, at.at)
            rows = zip(left, at.at, due.at, strict=True)
            self._left[key] = min((n for n, one, end in rows if one <= end), default=None)
        return self._left[key]

    def passed(self, clock: Clock, since: Instants, minutes: int) -> Instants:
        """When so many minutes that count have passed."""
        if not clock.counting.opened:
            return self.kept(
                (minutes, since), lambda: array("i", [one + minutes for one in since.at])
            )
        row = self._calendar(clock)
        return self.kept(
            ("passed", clock, since, minutes),
            lambda: _near(since, row.worked(since.at, minutes), CALENDARS),
        )


def _near(at: Instants, found: "array[int]", days: int) -> "array[int]":
    """These instants, each of which lies on a day that was looked at."""
    assert max(map(int.__sub__, found, at.at)) < days * DAY, "no day was looked at so late"
    return found
