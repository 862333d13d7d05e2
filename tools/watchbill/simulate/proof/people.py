"""Everybody whom a proof counts on, over all days that it looks at: what a call and a piece of work cost.

A law is a number of seconds where the people are there at every minute, else a Track from one instant to
another. A schedule that begins later than the day of judgement is proven from its first watch on.
"""

import weakref
from collections.abc import Iterable
from datetime import UTC, datetime, time
from operator import is_not
from typing import NamedTuple

from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.memo import once
from watchbill.model.response import Decision, Task
from watchbill.model.time import Calendar, Schedule
from watchbill.simulate.proof.period import Due
from watchbill.simulate.roster import Roster
from watchbill.simulate.staff import Station, answered, hands, station
from watchbill.timeline.calendars import open_time
from watchbill.timeline.hours import opening, working
from watchbill.timeline.spans import Spans
from watchbill.timeline.track import NEVER, Piece, Track
from watchbill.timeline.turns import handover_minute
from watchbill.timeline.zones import DAY, at_wall, reading, seconds

# Days of starts, and days behind the last start that are looked at.
HORIZON = 400
REACH = 120

Law = Track | int


class Hands(NamedTuple):
    """Whom a piece of work takes: a role, maybe a second one, and how many people."""

    role: str
    second: str | None = None
    people: int = 1


def hands_of(step: Task | Decision) -> Hands:
    """Whom a step takes."""
    return Hands(step.role, step.second, step.people)


class People(Roster):
    """The roles of a book over [start, far): starts lie in [start, end)."""

    def __init__(self, book: Book, start: int, days: int = HORIZON) -> None:
        # Only lent: what is kept for as long as a book lives may not keep it alive.
        super().__init__(weakref.proxy(book), start)
        self.start, self.end = start, start + days * DAY
        self.far = self.end + REACH * DAY
        self._stations: dict[str, Station] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._begins: dict[str, int] = {}
        self._answers: dict[str, Law] = {}
        self._openings: dict[Hands, Law] = {}
        self._never_off: dict[Hands, bool] = {}
        self._works: dict[tuple[Hands, int], Law] = {}
        self._opened: dict[str, Spans] = {}
        # When periods end, by what decides it: worked out once for all playbooks.
        self.dues: dict[tuple[str, ...], Due] = {}

    def read(self, roles: Iterable[str]) -> None:
        """Notes in the book that the verdict in hand rests on these roles."""
        self._book.roles()
        for role in roles:
            if role not in self._keys:
                by = self.staff(role)
                self._keys[role] = (by.key, *_calendars(by)) if by else ()
            for key in self._keys[role]:
                self._book.find(key)

    def station(self, role: str, end: int = 0) -> Station:
        """The people of a role over [start, far), whatever `end` is."""
        found = self._stations.get(role)
        if found is None:
            by = self.staff(role)
            key = by.key if by else ""
            found = self._stations.get(key)
            if found is None or not key:
                found = self._stations[key] = self._resolved(role, by)
            found = self._stations[role] = found._replace(role=role)
        return found

    def _resolved(self, role: str, by: Document | None) -> Station:
        """The people whom a document names; another book with the very same documents has the same."""
        calendars = self._calendars_of(by)
        if by is None:
            return station(role, by, calendars, self.start, self.far)
        own = [calendars[key.partition(":")[2]] for key in _calendars(by) if self._book.has(key)]
        kept, range_ = _resolved_of(by), (self.start, self.far)
        found = kept.get(range_)
        if found is None or len(found[0]) != len(own) or any(map(is_not, found[0], own)):
            kept[range_] = found = own, station(role, by, calendars, *range_)
        return found[1]

    def answered(self, role: str, at: int) -> int:
        """When a role called at an instant is there; NEVER where nobody stands it again."""
        found = answered(self.station(role), at)
        return NEVER if found is None else found

    def begins(self, role: str) -> int:
        """From when on a role is proven: its schedule's first watch where that lies ahead."""
        found = self._begins.get(role)
        if found is None:
            found = self._begins[role] = self._first_watch(role)
        return found

    def _first_watch(self, role: str) -> int:
        by = self.staff(role)
        if not isinstance(by, Schedule) or any(
            at_wall(shift.timezone, reading(shift.anchor, handover_minute(shift))) <= self.start
            for shift in by.shifts
        ):
            return self.start
        spans = self.station(role).spans
        return spans[0].start if spans else self.start

    def always(self, spans: Spans) -> bool:
        """Whether these spans, from their first opening on, never close."""
        return len(spans) == 1 and spans[0].end >= self.far

    def open(self, calendar: Calendar) -> Spans:
        """When a calendar is open, over [start, far)."""
        found = self._opened.get(calendar.id)
        if found is None:
            found = self._opened[calendar.id] = open_time(calendar, self.start, self.far)
        return found

    def call(self, role: str) -> Law:
        """When a role that is called is there."""
        found = self._answers.get(role)
        if found is None:
            found = self._answers[role] = self._call(self.station(role))
        return found

    def _call(self, one: Station) -> Law:
        times = {lead.answers for lead in one.leads}
        if self.always(one.spans) and len(times) == 1:
            return times.pop()
        pieces, at = list[Piece](), self.start
        for start, end, _, _, answers in one.leads:
            if start > at:
                pieces.append(Piece(at, start + answers, 0))
            pieces.append(Piece(max(start, at), max(start, at) + answers, 1))
            at = end
        pieces.append(Piece(at, NEVER, 0))
        return Track(tuple(pieces), self.far)

    def work(self, wanted: Hands, takes: int) -> Law:
        """When work of `takes` open seconds is done."""
        key = wanted, takes
        found = self._works.get(key)
        if found is None:
            spans = self.hands(wanted)
            found = takes if self.always(spans) else working(spans, takes, self.start, self.far)
            self._works[key] = found
        return found

    def never_off(self, wanted: Hands) -> bool:
        """Whether all hands are there at every minute."""
        found = self._never_off.get(wanted)
        if found is None:
            found = self._never_off[wanted] = self.always(self.hands(wanted))
        return found

    def opening(self, wanted: Hands) -> Law:
        """When all hands are there at the earliest."""
        found = self._openings.get(wanted)
        if found is None:
            spans = self.hands(wanted)
            found = 0 if self.always(spans) else opening(spans, self.start, self.far)
            self._openings[wanted] = found
        return found

    def hands(self, wanted: Hands) -> Spans:
        """When all whom a step takes are there."""
        role, second, number = wanted
        return hands(self.station(role), self.station(second) if second else None, number)


@once
def _resolved_of(_: Document) -> dict[tuple[int, int], tuple[list[Calendar], Station]]:
    """By range, what was found of a document, and the calendars that it was found by."""
    return {}


def _calendars(by: Document) -> tuple[str, ...]:
    rows = by.shifts if isinstance(by, Schedule) else ()
    return tuple(dict.fromkeys(f"calendar:{row.calendar}" for row in rows if row.calendar))


def people(book: Book) -> People:
    """The people of a book from the midnight (UTC) that begins the day of judgement."""
    start = seconds(datetime.combine(book.today, time(), UTC))
    kept = _kept(book)
    if start not in kept:
        kept[start] = People(book, start)
    return kept[start]


@once
def _kept(_: Book) -> dict[int, People]:
    return {}
