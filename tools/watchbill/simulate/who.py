"""Who answers at an instant: the levels of a case's path, each role with whoever has its watch."""

from typing import NamedTuple

from watchbill.model.book import Book
from watchbill.model.commitments import Harm
from watchbill.model.response import Playbook
from watchbill.simulate.matrix import Case, choose
from watchbill.simulate.roster import Roster
from watchbill.simulate.staff import GROUP_ANSWERS, Lead
from watchbill.timeline.zones import DAY

_FAR = 64 * DAY


class Standing(NamedTuple):
    """A role at an instant: who has the watch, on which shift, and who has it next from when.

    `member` is "" where the role is closed (`open` is false) or where nobody is named. `answers` is
    seconds. `until` is None where the watch does not change for two months.
    """

    role: str
    open: bool
    member: str
    shift: str
    answers: int
    until: int | None
    next_member: str
    next_at: int | None
    group: str


class Level(NamedTuple):
    """A level of the path: paged how many seconds after the start, and again every so many."""

    after: int
    every: int
    channel: str
    page: tuple[Standing, ...]
    tell: tuple[Standing, ...]


class Answer(NamedTuple):
    """Who answers: the case as it was taken, the path with its matrix and row (from 0), its levels."""

    at: int
    case: Case
    matrix: str
    row: int
    path: str
    title: str
    decides: str
    levels: tuple[Level, ...]


def who(book: Book, case: Case, at: int) -> Answer | None:
    """Who answers a case at an instant; None where no row of the matrix fits.

    Where the case names no harm or severity, the playbook's and then the harm's stand in; a case of
    which nothing is known is taken as the worst severity of the ladder.
    """
    case = completed(book, case)
    chosen = choose(book, case, at)
    if chosen is None:
        return None
    roster = Roster(book, at)
    levels = tuple(
        Level(
            level.after.nominal_seconds,
            level.repeat.nominal_seconds if level.repeat else 0,
            level.channel,
            tuple(standing(roster, role, at) for role in level.page),
            tuple(standing(roster, role, at) for role in level.tell),
        )
        for level in chosen.path.levels
    )
    path = chosen.path
    return Answer(
        at, case, chosen.matrix.id, chosen.row, chosen.name, path.title, path.decides, levels
    )


def completed(book: Book, case: Case) -> Case:
    """The case with what its playbook and its harm say where it says nothing."""
    playbook = book.get(Playbook, case.playbook) if case.playbook else None
    name = case.harm or (playbook.harm if playbook and playbook.harm else "")
    severity = case.severity or (playbook.default_severity if playbook else "")
    if not severity and name:
        harm = book.get(Harm, name)
        severity = harm.severity.default if harm else ""
    return case._replace(harm=name, severity=severity or next(iter(book.severities()), ""))


def standing(roster: Roster, role: str, at: int) -> Standing:
    """Who has the watch of a role at an instant, and who has it next."""
    by = roster.staff(role)
    reach = 4 * DAY
    while True:
        leads = [lead for lead in roster.station(role, at + reach).leads if lead.end > at]
        now = leads[0] if leads and leads[0].start <= at else None
        later = leads[1:] if now else leads
        if later or reach >= _FAR:
            break
        reach *= 4
    return _standing(role, by.key if by else "", now, later[0] if later else None)


def _standing(role: str, by: str, now: Lead | None, later: Lead | None) -> Standing:
    group = "" if by.startswith("schedule:") else by
    return Standing(
        role,
        now is not None,
        now.member if now else "",
        now.shift if now else "",
        now.answers if now else later.answers if later else GROUP_ANSWERS,
        now.end if now and later else None,
        later.member if later else "",
        later.start if later else None,
        group,
    )
