"""Who answers first, level by level, at one minute: from DESIGN alone, shares nothing with the engine."""

from typing import NamedTuple

from tests.simulate.oracle_people import DAY, Crew, Minute, calendar_day, minutes
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation, EscalationPath
from watchbill.model.response import Playbook
from watchbill.model.time import Calendar


class Answered(NamedTuple):
    """When a page is answered, and from when on which roles are there without a call of their own."""

    at: Minute
    ready: tuple[tuple[str, Minute], ...]


def path_of(book: Book, playbook: Playbook, region: str, minute: int) -> EscalationPath | None:
    """The path of the first row of the matrix that fits a case that begins at a minute."""
    case = {
        "playbook": playbook.id,
        "harm": playbook.harm or "",
        "severity": playbook.default_severity,
        "region": region,
    }
    for matrix in book.all(Escalation):
        for row in matrix.matrix:
            asked = {name: getattr(row, name) for name in case}
            if any(asked[name] and case[name] not in asked[name] for name in case):
                continue
            calendar = book.get(Calendar, row.hours) if row.hours else None
            if calendar is None or calendar_day(calendar, minute // DAY)[minute % DAY]:
                return matrix.paths[row.path]
    return None


def page(path: EscalationPath, start: int, silent: int, crew: Crew) -> Answered:
    """Pages the levels of a path from a minute on, until somebody has answered."""
    pages: list[tuple[Minute, int, str]] = []
    told: list[str] = []
    quiet = min(silent, len(path.levels) - 1)
    for number, level in enumerate(path.levels):
        at = start + minutes(level.after)
        if any(answers <= at for answers, _, _ in pages):
            break
        told += level.tell if at == start else ()
        there = [role for role in level.page if crew.is_open(role, at)]
        if number == len(path.levels) - 1:
            pages += [(crew.answered(role, at), at, role) for role in level.page]
        elif there and quiet:
            quiet -= 1
        else:
            pages += [(at + crew.answers(role, at), at, role) for role in there]
    first = min(answers for answers, _, _ in pages)
    by = next(role for answers, _, role in pages if answers == first)
    ready: dict[str, Minute] = dict.fromkeys(told, start)
    ready.update({role: answers for answers, at, role in pages if at == start})
    ready.setdefault(by, first)
    return Answered(first, tuple(sorted(ready.items())))
