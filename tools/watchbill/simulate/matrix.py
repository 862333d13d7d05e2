"""Which path of the escalation matrix a case takes: the first row that fits, read from the top."""

from typing import NamedTuple

from watchbill.model.book import Book
from watchbill.model.escalation import Escalation, EscalationPath, Row
from watchbill.model.time import Calendar
from watchbill.timeline.calendars import is_open


class NoPathError(Exception):
    """No row of any matrix fits a case; the argument says so in words."""


class Case(NamedTuple):
    """What the matrix is asked about; "" where it is not known, and then no row that asks for it fits."""

    playbook: str = ""
    harm: str = ""
    severity: str = ""
    region: str = ""


class Chosen(NamedTuple):
    """The path taken: which document, which row (from 0), its name and the path."""

    matrix: Escalation
    row: int
    name: str
    path: EscalationPath


def choose(book: Book, case: Case, instant: int) -> Chosen | None:
    """The path of a case at an instant; None where no row of any matrix fits."""
    for matrix in book.all(Escalation):
        for number, row in enumerate(matrix.matrix):
            path = matrix.paths.get(row.path)
            if path is not None and fits(book, row, case, instant):
                return Chosen(matrix, number, row.path, path)
    return None


def fits(book: Book, row: Row, case: Case, instant: int) -> bool:
    """Whether a row fits a case at an instant. A calendar that is not there is never open."""
    for asked, value in (
        (row.playbook, case.playbook),
        (row.harm, case.harm),
        (row.severity, case.severity),
        (row.region, case.region),
    ):
        if asked is not None and value not in asked:
            return False
    if row.hours is None:
        return True
    calendar = book.get(Calendar, row.hours)
    return calendar is not None and is_open(calendar, instant)
