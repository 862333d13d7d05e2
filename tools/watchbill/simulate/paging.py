"""A path of the matrix played from an instant until somebody answers."""

from typing import NamedTuple

from watchbill.model.escalation import EscalationPath, PageLevel
from watchbill.simulate.roster import Roster


class Page(NamedTuple):
    """A role paged at an instant, and again `repeats` times every `every` seconds until somebody answers.

    `answers` is the instant at which it would answer; None where it does not, and `why` then says
    `silent` or `closed`. `member` is who has the watch at the page ("" where nobody or unnamed).
    """

    level: int
    role: str
    member: str
    at: int
    answers: int | None
    why: str
    every: int
    repeats: int


class Told(NamedTuple):
    """A role that was told at an instant and need not answer."""

    level: int
    role: str
    member: str
    at: int


class Paging(NamedTuple):
    """The pages of a path: who was paged and told, when somebody answered, and who (a role).

    `spared` are the roles of the first level that was not paged any more, with the instant at which it would
    have been.
    """

    name: str
    pages: tuple[Page, ...]
    told: tuple[Told, ...]
    acknowledged: int
    by: str
    spared: tuple[Told, ...] = ()


def page_out(
    name: str,
    path: EscalationPath,
    start: int,
    roster: Roster,
    silent: frozenset[str] = frozenset(),
    silent_levels: int = 0,
) -> Paging:
    """Pages the levels of a path from `start`; a level is paged only while nobody has answered.

    A role that is closed at its page counts as silent. Of the levels at which anybody is open the
    first `silent_levels` do not answer. The last level always answers: a closed one once it opens.
    Raises NeverOpenError where the last level never does.
    """
    pages: list[Page] = []
    told: list[Told] = []
    spared: list[Told] = []
    quiet = silent_levels
    first: int | None = None
    for number, level in enumerate(path.levels):
        at = start + level.after.nominal_seconds
        if first is not None and first <= at:
            spared = [Told(number, role, _member(roster, role, at), at) for role in level.page]
            break
        last = number == len(path.levels) - 1
        found = [_page(number, level, role, at, roster) for role in level.page]
        if last:
            found = [_surely(page, roster) for page in found]
        else:
            mute = quiet > 0 and any(page.answers is not None for page in found)
            quiet -= mute
            found = [_hushed(page) if mute or page.role in silent else page for page in found]
        pages.extend(found)
        told.extend(Told(number, role, _member(roster, role, at), at) for role in level.tell)
        replies = [page.answers for page in found if page.answers is not None]
        first = min([*replies, *(() if first is None else (first,))], default=None)
    acknowledged = start if first is None else first
    by = next((page.role for page in pages if page.answers == first), "")
    whole = tuple(_repeated(page, acknowledged) for page in pages)
    return Paging(name, whole, tuple(told), acknowledged, by, tuple(spared))


def _member(roster: Roster, role: str, at: int) -> str:
    lead = roster.lead(role, at)
    return lead.member if lead else ""


def _page(number: int, level: PageLevel, role: str, at: int, roster: Roster) -> Page:
    lead = roster.lead(role, at)
    every = level.repeat.nominal_seconds if level.repeat else 0
    if lead is None:
        return Page(number, role, "", at, None, "closed", every, 0)
    return Page(number, role, lead.member, at, at + lead.answers, "", every, 0)


def _hushed(page: Page) -> Page:
    return page if page.why else page._replace(answers=None, why="silent")


def _surely(page: Page, roster: Roster) -> Page:
    if page.answers is not None:
        return page
    return page._replace(answers=roster.answered(page.role, page.at), why="")


def _repeated(page: Page, acknowledged: int) -> Page:
    """How often the page was repeated before somebody answered."""
    times = (acknowledged - page.at - 1) // page.every if page.every else 0
    return page._replace(repeats=max(0, times))


def ready(paging: Paging, at: int, silent: frozenset[str] = frozenset()) -> dict[str, int]:
    """The roles that cost no answer time: who answered, and who was paged or told at the start.

    A role that did not answer its page, or is silent, is called again when a step needs it.
    """
    there = {paging.by: paging.acknowledged} if paging.by else {}
    for page in paging.pages:
        if page.at == at and page.answers is not None:
            there[page.role] = page.answers
    for one in paging.told:
        if one.at == at and one.role not in silent:
            there.setdefault(one.role, at)
    return there
