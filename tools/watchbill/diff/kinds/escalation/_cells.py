"""The cells of a matrix: every kind of case that its rows can tell apart, and the path that each takes."""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, product
from typing import NamedTuple

from watchbill.diff.books import Books
from watchbill.model.commitments import SeverityLadder
from watchbill.model.escalation import Escalation, Row
from watchbill.model.organization import Organization
from watchbill.model.response import Playbook

# Whoever is not named by any row; they all take one path.
OTHER = ""
# Calendars beyond these are taken to be open alone or not at all: the combinations would be too many.
_MOST_TOGETHER = 4


class Subject(NamedTuple):
    """What happened: a playbook that rows name, with its harm, or a harm alone; OTHER for what no row names."""

    playbook: str
    harm: str

    @property
    def said(self) -> str:
        """As people name it."""
        return f"`{self.playbook}`" if self.playbook else self.harm or "any other harm"


class Cell(NamedTuple):
    """One kind of case. `open` are the calendars, among those that rows name, that are open."""

    subject: Subject
    severity: str
    region: str
    open: frozenset[str]


Rerouted = dict[tuple[str | None, str | None], set[Cell]]


def rerouted(before: Escalation, after: Escalation, books: Books) -> Rerouted:
    """The cells whose path differs, by the old path and the new one; None where no row fits."""
    found: Rerouted = {}
    for cell in cells((*before.matrix, *after.matrix), books):
        old, new = _path(before, cell), _path(after, cell)
        if old != new:
            found.setdefault((old, new), set()).add(cell)
    return found


def cells(rows: Iterable[Row], books: Books) -> Iterator[Cell]:
    """Every cell that these rows can tell apart."""
    rows = tuple(rows)
    subjects = [*_playbooks(rows, books), *(Subject(OTHER, harm) for harm in _named(rows, "harm"))]
    severities = {*_named(rows, "severity")[:-1], *_severities(books)} or {OTHER}
    regions = {*_named(rows, "region"), *_regions(books)}
    opens = list(_opens(sorted({row.hours for row in rows if row.hours})))
    for one in product(subjects, sorted(severities), sorted(regions), opens):
        yield Cell(*one)


def _playbooks(rows: Iterable[Row], books: Books) -> Iterator[Subject]:
    for name in _named(rows, "playbook")[:-1]:
        found = books.after.get(Playbook, name) or books.before.get(Playbook, name)
        yield Subject(name, found.harm or OTHER if found else OTHER)


def _named(rows: Iterable[Row], field: str) -> list[str]:
    """What rows name in a field, sorted, and OTHER behind it."""
    return [*sorted({one for row in rows for one in getattr(row, field) or ()}), OTHER]


def _severities(books: Books) -> Iterator[str]:
    for book in books:
        for ladder in book.all(SeverityLadder):
            yield from (level.id for level in ladder.levels)


def _regions(books: Books) -> Iterator[str]:
    for book in books:
        for organization in book.all(Organization):
            yield from (region.id for region in organization.regions)


def _opens(calendars: list[str]) -> Iterator[frozenset[str]]:
    sizes = range(len(calendars) + 1 if len(calendars) <= _MOST_TOGETHER else 2)
    yield from map(frozenset, chain.from_iterable(combinations(calendars, size) for size in sizes))


def _path(matrix: Escalation, cell: Cell) -> str | None:
    """The path of the first row that fits; None where none does."""
    for row in matrix.matrix:
        if (
            (row.playbook is None or cell.subject.playbook in row.playbook)
            and (row.harm is None or cell.subject.harm in row.harm)
            and (row.severity is None or cell.severity in row.severity)
            and (row.region is None or cell.region in row.region)
            and (row.hours is None or row.hours in cell.open)
        ):
            return row.path
    return None
