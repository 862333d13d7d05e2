"""What scenarios touch of a book, and what none does: steps, answers, rows of the matrix, duties."""

from collections.abc import Iterable
from typing import NamedTuple

from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.model.response import Decision, Playbook
from watchbill.simulate.trace import Trace

WHAT = ("steps", "answers", "rows", "duties")


class Share(NamedTuple):
    """How much of something is touched, and the names of what is not."""

    what: str
    of: str
    touched: int
    all: int
    missing: tuple[str, ...]

    @property
    def per_cent(self) -> int:
        """The share, rounded down; 100 where there is nothing to touch."""
        return 100 * self.touched // self.all if self.all else 100


def shares(book: Book, traces: Iterable[Trace], playbooks: Iterable[str] = ()) -> tuple[Share, ...]:
    """The shares of each playbook (of all, where none is named), and of each matrix."""
    played = tuple(traces)
    found: list[Share] = []
    for id in tuple(playbooks) or book.ids("playbook"):
        playbook = book.get(Playbook, id)
        if playbook:
            found.extend(
                _playbook(playbook, [one for one in played if one.incident.playbook == id])
            )
    found.extend(_matrix(matrix, played) for matrix in book.all(Escalation))
    return tuple(found)


def _playbook(playbook: Playbook, traces: list[Trace]) -> Iterable[Share]:
    flow = flow_of(playbook)
    visited = {step for one in traces for step in one.visited}
    given = {answer for one in traces for answer in one.answers}
    arisen = {duty.id for one in traces for duty in one.duties}
    steps = [stop.step.id for stop in flow.stops]
    yield _share("steps", playbook.id, steps, visited)
    answers = [
        (stop.step.id, answer.answer)
        for stop in flow.stops
        if isinstance(stop.step, Decision)
        for answer in stop.step.answers
    ]
    missing = tuple(f'{step} "{answer}"' for step, answer in answers if (step, answer) not in given)
    yield Share("answers", playbook.id, len(answers) - len(missing), len(answers), missing)
    yield _share("duties", playbook.id, list(playbook.obligations), arisen)


def _matrix(matrix: Escalation, traces: tuple[Trace, ...]) -> Share:
    rows = {one.row for one in traces}
    missing = tuple(
        f"row {number + 1} to {row.path}"
        for number, row in enumerate(matrix.matrix)
        if number not in rows
    )
    return Share("rows", matrix.id, len(matrix.matrix) - len(missing), len(matrix.matrix), missing)


def _share(what: str, of: str, names: list[str], touched: set[str]) -> Share:
    missing = tuple(name for name in names if name not in touched)
    return Share(what, of, len(names) - len(missing), len(names), missing)


def total(found: Iterable[Share], what: str) -> Share:
    """The share of one kind of thing in the whole book."""
    parts = [one for one in found if one.what == what]
    return Share(what, "", sum(one.touched for one in parts), sum(one.all for one in parts), ())
