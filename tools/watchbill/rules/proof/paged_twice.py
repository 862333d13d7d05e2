"""No path of the matrix pages the same person twice at the same instant.

Two pages that ring in one pocket are one page: the second look, or the second chance, that was planned is not
there. Whoever leads each role is looked at over the next 400 days.

Bad:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels:
          - {after: 0m, page: [analyst, second-analyst], repeat: 2m}
          - {after: 5m, page: [counsel], repeat: 5m}
    ---
    kind: organization
    roles:
      - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: true}
      - {id: second-analyst, title: Second analyst, what: Looks again., staffed_by: watch, page: true}
      - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}

Good:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels:
          - {after: 0m, page: [analyst, counsel], repeat: 2m}
"""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation, EscalationPath
from watchbill.model.time import Schedule
from watchbill.rules.proof import _schedules
from watchbill.simulate.proof.people import People, people
from watchbill.simulate.staff import Lead
from watchbill.timeline import spoken
from watchbill.timeline.spans import Span
from watchbill.timeline.turns import countable
from watchbill.where import Address

ID = "proof/paged-twice"
LEVEL = Level.WARNING


class _Page(NamedTuple):
    """A role that a level pages, and where that is written."""

    level: int
    place: int
    role: str
    after: int


def check(book: Book) -> Iterator[Hit]:
    """Every two pages of a path at one instant whose roles one person leads."""
    for matrix in book.each(Escalation):
        for name, path in matrix.paths.items():
            for first, second in combinations(_pages(path), 2):
                if first.after != second.after or first.role == second.role:
                    continue
                spans = _shared(book, first.role, second.role)
                if spans:
                    yield Hit(
                        Address(
                            matrix.key,
                            ("paths", name, "levels", second.level, "page", second.place),
                        ),
                        _words(book, (first.role, second.role), spans),
                        "page another role there, or page it later",
                    )


def _pages(path: EscalationPath) -> Iterator[_Page]:
    for number, level in enumerate(path.levels):
        for place, role in enumerate(level.page):
            yield _Page(number, place, role, level.after.nominal_seconds)


def _shared(book: Book, one: str, other: str) -> list[tuple[Span, str]]:
    """When one person leads both roles, within the horizon."""
    who = people(book)
    who.read((one, other))
    leads = [_leads(book, who, role) for role in (one, other)]
    found, at = list[tuple[Span, str]](), 0
    for lead in leads[0]:
        while at < len(leads[1]) and leads[1][at].end <= lead.start:
            at += 1
        for second in leads[1][at:]:
            if second.start >= lead.end:
                break
            if second.member == lead.member:
                span = Span(max(lead.start, second.start), min(lead.end, second.end, who.end))
                found.extend([(span, lead.member)] if span.length > 0 else [])
    return found


def _leads(book: Book, who: People, role: str) -> tuple[Lead, ...]:
    by = who.staff(role)
    sound = (
        isinstance(by, Schedule)
        and countable(by.shifts)
        and _schedules.calendars(book, by) is not None
    )
    return who.station(role).leads if sound else ()


def _words(book: Book, roles: tuple[str, str], spans: list[tuple[Span, str]]) -> str:
    (first, member), *rest = spans
    by = people(book).staff(roles[0])
    shift = by.shifts[0] if isinstance(by, Schedule) else None
    zone = shift.timezone if shift else "UTC"
    where = _schedules.place(book, shift) if shift else ""
    words = (
        f"`{member}` is paged as `{roles[0]}` and as `{roles[1]}` at the same instant,"
        f" {spoken.stretch(zone, first, where)}"
    )
    return words + (f"; also at {spoken.others(zone, [span for span, _ in rest])}" if rest else "")
