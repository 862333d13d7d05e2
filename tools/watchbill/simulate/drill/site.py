"""A vendor site that goes down in a drill, and the other incidents that open while the first one runs."""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.organization import Site, Vendor
from watchbill.model.response import Playbook
from watchbill.simulate.drill.case import Expected, Inject, Second
from watchbill.simulate.drill.lots import Lots
from watchbill.simulate.drill.players import Players
from watchbill.simulate.drill.silence import acknowledged, paged
from watchbill.simulate.drill.steps import steps_of
from watchbill.simulate.drill.way import NoWayError, way
from watchbill.simulate.incident import Incident
from watchbill.simulate.matrix import Case, NoPathError, choose
from watchbill.simulate.roster import NeverOpenError, Roster
from watchbill.simulate.trace import Trace
from watchbill.timeline.sites import site_time
from watchbill.timeline.zones import DAY

# Not the minutes at which somebody enquires, so that the cards come one by one.
_AFTER = (480, 780, 1080, 1380)
_FIRST_STEPS = 3


class Down(NamedTuple):
    """A site that goes down, the incident that this opens, and the card; or why there is none."""

    inject: Inject | None = None
    second: Second | None = None
    why_not: str = ""


def outage_playbook(book: Book) -> Playbook | None:
    """The playbook for an outage of a vendor's site: it answers no harm, and a vendor's role works in it."""
    vendors = {vendor.id for vendor in book.all(Vendor)}
    theirs = {role.id for role in book.roles().values() if role.staffed_by in vendors}
    for one in book.all(Playbook):
        flow = flow_of(one)
        roles = {role for _, step in flow.work for role in (step.role, step.second)}
        if one.harm is None and one.status == "active" and flow.sound and roles & theirs:
            return one
    return None


def own_site(book: Book, trace: Trace) -> tuple[Vendor, Site] | None:
    """The site whose outage the drill's incident is: one that an answer names, in an outage playbook."""
    outage = outage_playbook(book)
    if outage is None or outage.id != trace.incident.playbook:
        return None
    said = " ".join(answer for _, answer in trace.answers)
    named = [(vendor, site) for vendor, site in _sites(book) if site.city in said]
    return min(named, key=lambda one: (said.index(one[1].city), one[1].id)) if named else None


def site_down(book: Book, trace: Trace, players: Players, lots: Lots) -> Down:
    """A site goes down while the incident runs."""
    outage = outage_playbook(book)
    if outage is not None and outage.id == trace.incident.playbook:
        return Down(why_not="the incident is itself the outage of a site")
    at = _moment(trace, lots)
    working = _working(book, trace)
    chosen = [vendor for vendor in book.all(Vendor) if vendor.id in working]
    if not chosen and outage is None:
        return Down(
            why_not="no vendor has a part in this case, and no playbook answers the outage of a site"
        )
    everyone = [(vendor, site) for vendor, site in _sites(book) if not chosen or vendor in chosen]
    open_ = [(vendor, site) for vendor, site in everyone if _until(site, at)]
    if not open_:
        return Down(why_not="no site of a vendor with a part in this case works at that hour")
    vendor, site = lots.pick("site", open_)
    second = opened(book, outage, Incident(at, region=trace.incident.region), lots, site.city)
    return Down(_card(book, (vendor, site), at, players, second), second)


def opened(
    book: Book,
    playbook: Playbook | None,
    incident: Incident,
    lots: Lots,
    naming: str,
    step: str = "",
) -> Second | None:
    """An incident that opens at an instant, played by a way of its own; None where it cannot be played."""
    if playbook is None or not flow_of(playbook).sound:
        return None
    try:
        trace = way(book, incident._replace(playbook=playbook.id), lots, naming=naming)
    except (NoPathError, NeverOpenError, NoWayError):
        return None
    return Second("opened" if step else "site", step, trace, steps_of(book, trace))


def _moment(trace: Trace, lots: Lots) -> int:
    """Some minutes after the page is answered, while the case still runs."""
    ended = trace.ended or trace.acknowledged
    fitting = [after for after in _AFTER if trace.acknowledged + after < ended]
    return trace.acknowledged + (lots.pick("site at", fitting) if fitting else 0)


def _sites(book: Book) -> Iterator[tuple[Vendor, Site]]:
    for vendor in book.all(Vendor):
        for site in vendor.sites:
            yield vendor, site


def _working(book: Book, trace: Trace) -> set[str]:
    """The documents that staff the roles with a part in the case."""
    roster = Roster(book, trace.incident.at)
    roles = {page.role for page in trace.pages} | {one.role for one in trace.told}
    roles |= {one.role for one in trace.happenings if one.kind in ("begin", "call")}
    found = (roster.staff(role) for role in sorted(roles))
    return {document.id for document in found if document is not None}


def _until(site: Site, at: int) -> int:
    """When a site that is open at an instant closes; 0 where it is closed."""
    return next((end for start, end in site_time(site, at, at + 2 * DAY) if start <= at < end), 0)


def _card(
    book: Book, down: tuple[Vendor, Site], at: int, players: Players, second: Second | None
) -> Inject:
    vendor, site = down
    readable = players.may_read(vendor)
    name = f"{site.city}, {players.words(vendor.title)}" if readable else ""
    expected = list(_first_hour(book, second)) if second else []
    expected += [
        Expected(at, "other-site", other.city, until=_until(other, at), source=vendor.key)
        for other in vendor.sites
        if other.id != site.id and _until(other, at)
    ]
    languages = ", ".join(site.languages)
    rule = (
        f"{site.city} works {site.hours} in {site.timezone}, {site.seats} seats, languages: {languages}",
        f"The vendor must tell us of an incident of its own within {vendor.incident_notice}",
    )
    sources = [vendor.key] + ([f"playbook:{second.trace.incident.playbook}"] if second else [])
    return Inject(
        at,
        "site",
        name,
        about=vendor.id,
        step=site.city,
        rule=rule,
        expected=tuple(expected),
        sources=tuple(sources),
    )


def _first_hour(book: Book, second: Second) -> Iterator[Expected]:
    """The pages and the first steps of the other incident."""
    trace = second.trace
    incident = trace.incident
    case = Case(incident.playbook, incident.harm, incident.severity, incident.region)
    chosen = choose(book, case, incident.at)
    source = chosen.matrix.key if chosen else ""
    found = [*(paged(page, source) for page in trace.pages), acknowledged(trace)]
    found += [
        Expected(
            note.at,
            "begin",
            note.title,
            note.role,
            note.member,
            note.until,
            f"playbook:{incident.playbook}#{note.step}",
        )
        for note in second.steps[:_FIRST_STEPS]
    ]
    yield from sorted(found, key=lambda one: one.at)
