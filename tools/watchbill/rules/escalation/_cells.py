"""Which row of a matrix wins for which incidents.

Incidents that no row tells apart are taken together, so the work does not grow with the number of
playbooks and harms.
"""

from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from watchbill.model.book import Book
from watchbill.model.commitments import Harm
from watchbill.model.escalation import Escalation, Row


class Incident(NamedTuple):
    """Incidents that the same rows fit. `service_levels` are those of the playbooks among them."""

    playbook: str
    harm: str
    rows: tuple[int, ...]
    severities: tuple[str, ...]
    service_levels: frozenset[str]


class Cell(NamedTuple):
    """One combination that the matrix must answer."""

    incident: Incident
    severity: str
    region: str

    def __str__(self) -> str:
        """`P2 in amer for harm csae`."""
        who = (
            f" for playbook {self.incident.playbook}"
            if self.incident.playbook
            else f" for harm {self.incident.harm}"
            if self.incident.harm
            else ""
        )
        return f"{self.severity}{f' in {self.region}' if self.region else ''}{who}"


class Reach(NamedTuple):
    """What each row wins at some hour (by its position), and what no row fits at some hour."""

    won: dict[int, tuple[Cell, ...]]
    unfit: tuple[Cell, ...]


_kept: WeakKeyDictionary[Book, dict[int, Reach]] = WeakKeyDictionary()


def reach(book: Book, matrix: Escalation) -> Reach:
    """Plays every combination through a matrix; done once for each book and matrix."""
    kept = _kept.setdefault(book, {})
    if id(matrix) not in kept:
        won: dict[int, list[Cell]] = {}
        unfit = []
        regions = tuple(dict.fromkeys((*book.regions(), *_named(matrix, "region")))) or ("",)
        for incident in _incidents(book, matrix):
            for severity in incident.severities:
                for region in regions:
                    cell = Cell(incident, severity, region)
                    winners, closed = _winners(matrix, cell)
                    for position in winners:
                        won.setdefault(position, []).append(cell)
                    if not closed:
                        unfit.append(cell)
        kept[id(matrix)] = Reach({row: tuple(cells) for row, cells in won.items()}, tuple(unfit))
    return kept[id(matrix)]


def _winners(matrix: Escalation, cell: Cell) -> tuple[list[int], bool]:
    """The rows that win at some hour, and whether one of them fits at every hour."""
    winners = []
    calendars: set[str] = set()
    for position in cell.incident.rows:
        row = matrix.matrix[position]
        if not _fits(row, cell) or row.hours in calendars:
            continue
        winners.append(position)
        if row.hours is None:
            return winners, True
        calendars.add(row.hours)
    return winners, False


def _fits(row: Row, cell: Cell) -> bool:
    return (row.severity is None or cell.severity in row.severity) and (
        row.region is None or cell.region in row.region
    )


def _incidents(book: Book, matrix: Escalation) -> Iterator[Incident]:
    severities = tuple(dict.fromkeys((*book.severities(), *_named(matrix, "severity"))))
    floors = {id: _down_to(book, id, severities) for id in _named(matrix, "harm")}
    groups: dict[tuple[tuple[int, ...], tuple[str, ...]], list[tuple[str, str, str]]] = {}
    for playbook, harm, level in [
        *_playbooks(book),
        *(("", id, "") for id in floors),
        ("", "", ""),
    ]:
        rows = tuple(
            position
            for position, row in enumerate(matrix.matrix)
            if (row.playbook is None or playbook in row.playbook)
            and (row.harm is None or harm in row.harm)
        )
        key = rows, floors.get(harm, severities)
        groups.setdefault(key, []).append((playbook, harm, level))
    named = frozenset(_named(matrix, "playbook"))
    for (rows, allowed), members in groups.items():
        playbook, harm, _ = members[0]
        levels = frozenset(level for _, _, level in members if level)
        yield Incident(
            playbook if playbook in named else "",
            harm if harm in floors else "",
            rows,
            allowed,
            levels,
        )


def _playbooks(book: Book) -> Iterator[tuple[str, str, str]]:
    """Id, harm and service level of every playbook, from the cards: no playbook is read for it."""
    for id in book.ids("playbook"):
        card = book.card(f"playbook:{id}")
        found = {ref.path: ref.id for ref in card.references} if card else {}
        yield id, found.get(("harm",), ""), found.get(("service_level",), "")


def _down_to(book: Book, harm: str, severities: tuple[str, ...]) -> tuple[str, ...]:
    """The severities that a harm may have: none is below its floor."""
    found = book.get(Harm, harm)
    if found is None or found.severity.floor not in severities:
        return severities
    return severities[: severities.index(found.severity.floor) + 1]


def _named(matrix: Escalation, column: str) -> tuple[str, ...]:
    """What the rows name in a column, in order."""
    return tuple(dict.fromkeys(id for row in matrix.matrix for id in getattr(row, column) or ()))
