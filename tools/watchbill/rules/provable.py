"""Whether a playbook stands on firm ground, so that its clocks can be proven; other rules tell what is not."""

from collections.abc import Iterator

from watchbill.graph.flow import Flow
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.model.response import Playbook
from watchbill.model.time import Schedule
from watchbill.rules.ground import ground
from watchbill.rules.proof import _schedules
from watchbill.simulate.proof.people import people
from watchbill.simulate.proof.question import roles_of
from watchbill.timeline.turns import countable


def provable(book: Book, playbook: Playbook) -> bool:
    """Whether the graph and the matrix can be walked, and whoever works on it or is paged for it is known."""
    walk = ground(book, playbook).walk
    if walk is None or walk.too_many or _endless(walk.flow) or not _led(book):
        return False
    return all(staffed(book, role) for role in (*roles_of(playbook), *_paged(book)))


def _endless(flow: Flow) -> bool:
    """Whether a way back may be taken without end."""
    return any(exit.backward and exit.at_most is None for exits in flow.exits for exit in exits)


def _led(book: Book) -> bool:
    """Whether every row of the matrix leads to a path that there is."""
    return all(row.path in matrix.paths for matrix in book.all(Escalation) for row in matrix.matrix)


def _paged(book: Book) -> Iterator[str]:
    """Every role that any path pages or tells."""
    for matrix in book.all(Escalation):
        for path in matrix.paths.values():
            for level in path.levels:
                yield from (*level.page, *level.tell)


def staffed(book: Book, role: str) -> bool:
    """Whether it is known who stands a role, and when."""
    by = people(book).staff(role)
    if isinstance(by, Schedule):
        return countable(by.shifts) and _schedules.calendars(book, by) is not None
    return by is not None
