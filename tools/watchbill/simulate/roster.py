"""The roles of a book with their people, resolved as far ahead as a case needs them."""

from collections.abc import Callable

from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.organization import Partner, Role, Team, Vendor
from watchbill.model.time import Calendar, Schedule
from watchbill.simulate.staff import (
    Lead,
    Station,
    answered,
    done,
    hands,
    lead_at,
    opens,
    station,
)
from watchbill.timeline.spans import Spans
from watchbill.timeline.zones import DAY

_REACH = 4 * DAY
_LONGEST = 3 * 366 * DAY
_KINDS: tuple[type[Document], ...] = (Schedule, Vendor, Team, Partner)


class NeverOpenError(Exception):
    """Nobody stands the role for years to come; the argument says who."""


class Roster:
    """Answers, for roles by id, what `staff` answers for one Station. Nothing before `start` is asked."""

    def __init__(self, book: Book, start: int) -> None:
        self._book = book
        self._start = start
        self._calendars: dict[str, Calendar] = {}
        self._known: dict[str, Station] = {}
        self._roles: dict[str, Role] | None = None

    def staff(self, role: str) -> Document | None:
        """The document that staffs a role; None where the role or the document is not there."""
        if self._roles is None:
            self._roles = self._book.roles()
        id = self._roles[role].staffed_by if role in self._roles else ""
        for kind in _KINDS if id else ():
            if self._book.has(f"{kind.KIND}:{id}"):
                return self._book.get(kind, id)
        return None

    def station(self, role: str, end: int) -> Station:
        """The people of a role from the roster's start until at least `end`."""
        kept = self._known.get(role)
        if kept is None or kept.end < end:
            by = self.staff(role)
            far = end + max(0, end - self._start)
            kept = station(role, by, self._calendars_of(by), self._start, far)
            self._known[role] = kept
        return kept

    def _calendars_of(self, by: Document | None) -> dict[str, Calendar]:
        for shift in by.shifts if isinstance(by, Schedule) else ():
            if shift.calendar and shift.calendar not in self._calendars:
                found = self._book.get(Calendar, shift.calendar)
                if found:
                    self._calendars[shift.calendar] = found
        return self._calendars

    def _first(self, at: int, ask: Callable[[int], int | None], who: str) -> int:
        """The answer of a law as soon as the range is long enough for it."""
        reach = _REACH
        while True:
            found = ask(at + reach)
            if found is not None:
                return found
            if reach > _LONGEST:
                raise NeverOpenError(who)
            reach *= 6

    def lead(self, role: str, at: int) -> Lead | None:
        """Who leads a role at an instant; None while it is closed."""
        return lead_at(self.station(role, at + _REACH), at)

    def answered(self, role: str, at: int) -> int:
        """When a role called at an instant is there. Raises NeverOpenError."""
        return self._first(at, lambda end: answered(self.station(role, end), at), role)

    def opens(self, role: str, second: str, people: int, at: int) -> int:
        """The first instant from `at` on at which all hands of a step are there. Raises NeverOpenError."""
        return self._first(
            at, lambda end: opens(self._hands(role, second, people, end), at), _who(role, second)
        )

    def done(self, role: str, second: str, people: int, at: int, takes: int) -> int:
        """When work of `takes` open seconds that may begin at `at` ends. Raises NeverOpenError."""
        return self._first(
            at,
            lambda end: done(self._hands(role, second, people, end + 4 * takes), at, takes),
            _who(role, second),
        )

    def _hands(self, role: str, second: str, people: int, end: int) -> Spans:
        return hands(self.station(role, end), self.station(second, end) if second else None, people)

    @property
    def assumed(self) -> tuple[str, ...]:
        """What had to be assumed about the roles that were asked for, in their order."""
        return tuple(one.assumed for one in self._known.values() if one.assumed)


def _who(role: str, second: str) -> str:
    return f"{role} with {second}" if second else role
