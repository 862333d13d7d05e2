"""An incident played through the book: paging, then the playbook's lines, then what was due."""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.simulate.course import Course
from watchbill.simulate.duties import Lived, duties_of
from watchbill.simulate.facts import Known
from watchbill.simulate.incident import Incident
from watchbill.simulate.log import First, Log
from watchbill.simulate.matrix import Case, Chosen, NoPathError, choose
from watchbill.simulate.paging import Paging, page_out, ready
from watchbill.simulate.promises import promises_of
from watchbill.simulate.roster import Roster
from watchbill.simulate.trace import Duty, Happening, Promise, Trace
from watchbill.timeline.zones import tz_version

ASSUMPTIONS = (
    "one incident at a time",
    "each step takes as long as it says at most",
    "nobody outside is counted on",
)


class Played(NamedTuple):
    """The raw outcome: the case, the path taken, its pages and those that a raise added, and the walk."""

    case: Case
    chosen: Chosen
    pagings: tuple[Paging, ...]
    lived: Lived
    roster: Roster


def play(book: Book, incident: Incident, roster: Roster | None = None) -> Trace:
    """Everything that comes of an incident. `incident.playbook`, where given, is in the book.

    Incidents of one instant may share a `roster`; the assumptions then tell of all roles it was asked for.
    Raises NoPathError where no row of the matrix fits, NeverOpenError where the last level never opens.
    """
    playbook = book.get(Playbook, incident.playbook) if incident.playbook else None
    played = _played(book, playbook, incident, roster or Roster(book, incident.at))
    case, lived, log = played.case, played.lived, played.lived.log
    duties = duties_of(book, playbook, lived) if playbook else ()
    severities = ((incident.at, case.severity), *log.severities)
    promises = promises_of(book, playbook, severities, lived) if playbook else ()
    steps = sorted(log.happenings, key=lambda one: one.at)
    overdue = _overdue((*duties, *promises), lived.until)
    told = [*_paged(played.pagings, incident), *steps, *overdue]
    return Trace(
        incident=incident._replace(severity=case.severity, harm=case.harm),
        title=playbook.title if playbook else case.harm,
        severity=severities[-1][1],
        path=played.chosen.name,
        row=played.chosen.row,
        decides=played.chosen.path.decides,
        acknowledged=played.pagings[0].acknowledged,
        answered_by=played.pagings[0].by,
        pages=tuple(page for one in played.pagings for page in one.pages),
        told=tuple(one for each in played.pagings for one in each.told),
        spared=tuple(one for each in played.pagings for one in each.spared),
        happenings=tuple(sorted(told, key=lambda one: one.at)),
        duties=duties,
        promises=promises,
        visited=tuple(one.step for one in steps if one.kind in ("begin", "wait")),
        answers=tuple(log.answers),
        messages=tuple(log.messages),
        opens=tuple(log.opens),
        halts=tuple(log.halts),
        assumptions=_assumptions(played.roster, lived.known, log),
        ended=lived.ended,
        tz=tz_version(),
        zone=_zone(book, incident.region),
    )


def _zone(book: Book, region: str) -> str:
    found = book.regions().get(region)
    return found.timezone if found else "UTC"


def _played(book: Book, playbook: Playbook | None, incident: Incident, roster: Roster) -> Played:
    """Pages, and walks the playbook's lines from the acknowledgement on."""
    severity = incident.severity or (playbook.default_severity if playbook else "")
    harm = incident.harm or (playbook.harm if playbook and playbook.harm else "")
    case = Case(incident.playbook, harm, severity, incident.region)
    chosen = _chosen(book, case, incident.at)
    paging = page_out(
        chosen.name, chosen.path, incident.at, roster, incident.silent, incident.silent_levels
    )
    known = Known(book.switches(), incident.facts)
    log, ended, raised = Log(), None, list[Paging]()
    if playbook:
        course = Course(
            flow_of(playbook), incident, roster, known, ready(paging, incident.at, incident.silent)
        )
        ended = course.walk(paging.acknowledged)
        log = course.log
        raised = _raised(book, case, incident, (roster, log, paging))
    log.reached["acknowledged"] = First(paging.acknowledged, "")
    until = _known_until(log, paging.acknowledged)
    lived = Lived(log, _marks(playbook, incident, log, until), known, ended, until)
    return Played(case, chosen, (paging, *raised), lived, roster)


def _known_until(log: Log, acknowledged: int) -> int:
    """The last instant of which everything is known: the first at which a line stands still, or the end."""
    if log.halts:
        return min(halt.at for halt in log.halts)
    return max([acknowledged, *(one.at for one in log.happenings)])


def _chosen(book: Book, case: Case, at: int) -> Chosen:
    chosen = choose(book, case, at)
    if chosen is None or not chosen.path.levels:
        raise NoPathError("no row of the matrix fits this case")
    return chosen


def _raised(
    book: Book, case: Case, incident: Incident, so_far: tuple[Roster, Log, Paging]
) -> list[Paging]:
    """The pages that a changed severity adds: another path of the matrix runs from that instant."""
    roster, log, paging = so_far
    found: list[Paging] = []
    name = paging.name
    for at, severity in log.severities:
        chosen = choose(book, case._replace(severity=severity), at)
        if chosen is not None and chosen.name != name:
            name = chosen.name
            found.append(page_out(name, chosen.path, at, roster, incident.silent))
    return found


def _marks(
    playbook: Playbook | None, incident: Incident, log: Log, until: int
) -> tuple[tuple[str, int], ...]:
    """Every event that happened: at the start, at the end of a step, or outside by itself."""
    begins = tuple((event, incident.at) for event in playbook.begins) if playbook else ()
    waited = {event for event, _ in log.marks}
    outside = (
        (event, incident.at + after)
        for event, all_ in incident.events.items()
        for after in all_
        if event not in waited and incident.at + after <= until
    )
    return (*begins, *log.marks, *outside)


def _paged(pagings: tuple[Paging, ...], incident: Incident) -> list[Happening]:
    found = [Happening(incident.at, "start", incident.playbook)]
    for paging in pagings:
        for page in paging.pages:
            until = page.answers or 0
            found.append(
                Happening(page.at, "page", page.why, "", "", page.role, page.member, until)
            )
        found.extend(
            Happening(one.at, "tell", "", "", "", one.role, one.member) for one in paging.told
        )
        found.append(Happening(paging.acknowledged, "acknowledged", paging.name, role=paging.by))
    return found


def _overdue(found: tuple[Duty | Promise, ...], until: int) -> Iterator[Happening]:
    """The alarms that ring, and the instants from which something is late."""
    for one in found:
        if one.status in ("excused", "shown"):
            continue
        met = one.met if one.met is not None else until
        for share, at in one.alarms:
            if at < met:
                yield Happening(at, "alarm", f"{one.id} {share} %")
        if one.late and one.due is not None:
            yield Happening(one.due, "late", one.id, until=met)


def _assumptions(roster: Roster, known: Known, log: Log) -> tuple[str, ...]:
    switches = (
        f"the switch `{id}` is not set: it counts as true" for id in sorted(known.open_switches)
    )
    return (*ASSUMPTIONS, *roster.assumed, *switches, *log.doubts)
