"""The pages of the organisation, its facts, teams, partners and vendors."""

from collections.abc import Sequence

from watchbill.model.base import Document
from watchbill.model.organization import Contact, Facts, Organization, Switch, Team, Vendor
from watchbill.pages.about import byline, document_page
from watchbill.pages.desk import Desk
from watchbill.pages.kinds.quality import scorecard
from watchbill.pages.markup import Html, h, items, join, pairs, table
from watchbill.pages.page import Page, Section
from watchbill.pages.words import days, length


def organization_page(desk: Desk, org: Organization) -> Page:
    """The page of the organisation: roles, regions, audiences, products."""
    roles = [
        (
            join(h("span", role.title, id=f"role-{role.id}"), h("code", role.id), by=" "),
            role.what,
            _staff(desk, role.staffed_by),
            _yes(role.page),
        )
        for role in org.roles
    ]
    regions = [(one.title, one.hub, one.timezone) for one in org.regions]
    audiences = [
        (one.title, ", ".join(map(desk.audience, one.reads)) or "their own pages only")
        for one in org.audiences
    ]
    products = [join(h("b", one.title), one.what, by=": ") for one in org.products]
    sections = [
        Section(
            "roles", "Roles", table("Roles", ("Role", "What it does", "Staffed by", "Paged"), roles)
        ),
        Section("regions", "Regions", table("Regions", ("Region", "Hub", "Zone"), regions)),
        Section("readers", "Readers", table("Audiences", ("Audience", "May also read"), audiences)),
        Section("products", "Products", items(products)),
    ]
    lead = join(desk.prose(org.about, "About"), byline(desk, org))
    return document_page(desk, org, lead, sections, tuple(role.id for role in org.roles))


def _staff(desk: Desk, id: str) -> Html:
    return desk.any(id, "schedule", "team", "vendor", "partner") or Html("others")


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def facts_page(desk: Desk, facts: Facts) -> Page:
    """The page of facts and events."""
    switches = [
        (one.title, _answer(one), one.why or "", str(one.set_on or ""), h("code", one.id))
        for one in facts.switches
    ]
    case = [
        (one.title, ", ".join(one.values) or "yes, no", h("code", one.id))
        for one in facts.case_facts
    ]
    events = [(one.title, h("code", one.id)) for one in facts.events]
    heads = ("Question", "Counsel's answer", "Why", "Set on", "Id")
    sections = [
        Section("switches", "About the organisation", table("What counsel set", heads, switches)),
        Section(
            "case",
            "About one incident",
            table("Set by answers", ("Question", "Values", "Id"), case),
        ),
        Section(
            "events", "Events", table("What can start a clock", ("What happened", "Id"), events)
        ),
    ]
    return document_page(desk, facts, byline(desk, facts), sections)


def _answer(switch: Switch) -> str:
    return "unknown (counts as yes)" if switch.value is None else _yes(switch.value)


def team_page(desk: Desk, team: Team) -> Page:
    """The page of a team or partner."""
    people = [f"{desk.region(region)} {count}" for region, count in team.headcount.items()]
    rows = [
        ("Does", items(team.scope)),
        ("People", ", ".join(people)),
        ("Languages", ", ".join(team.languages)),
        ("Code review", h("code", team.github) if team.github else ""),
    ]
    sections = [
        Section("contacts", "How to reach it", _contacts(team.contacts)),
        Section("roles", "Roles it staffs", _roles(desk, team)),
        Section("handles", "Handles", join(*(h("code", one) for one in team.handles), by=" ")),
    ]
    return document_page(desk, team, join(pairs(rows), byline(desk, team)), sections)


def _contacts(contacts: Sequence[Contact]) -> Html:
    rows = [(one.channel, one.address, one.when or "") for one in contacts]
    return table("Contacts", ("Channel", "Where", "When"), rows)


def _roles(desk: Desk, staff: Document) -> Html:
    roles = desk.book.roles().values()
    return items(desk.role(role.id) for role in roles if role.staffed_by == staff.id)


def vendor_page(desk: Desk, vendor: Vendor) -> Page:
    """The page of a vendor."""
    sites = [
        (
            one.city,
            join(one.hours.text, h("small", f" {one.timezone}")),
            days(one.days),
            one.seats,
            ", ".join(one.languages),
        )
        for one in vendor.sites
    ]
    cities = {one.id: one.city for one in vendor.sites}
    gaps = [
        (cities.get(one.site, one.site), one.language, one.hours.text)
        for one in vendor.language_gaps
    ]
    rows = [
        ("Works on", items(vendor.scope)),
        ("Is never given", items(vendor.never)),
        ("Reads at most", desk.audience(vendor.max_audience)),
        ("Tells us of an incident within", length(vendor.incident_notice)),
        ("Shift lead answers within", length(vendor.answers_within)),
    ]
    heads = ("Site", "Local hours", "Days", "Seats", "Languages")
    gap_heads = ("Site", "Language", "Local hours without cover")
    sections = [
        Section("sites", "Sites", table("Sites", heads, sites)),
        Section("gaps", "Language gaps", table("Hours without a language", gap_heads, gaps)),
        Section("contacts", "How to reach it", _contacts(vendor.contacts)),
        Section("roles", "Roles it staffs", _roles(desk, vendor)),
        *scorecard(desk, vendor.scorecard),
    ]
    return document_page(desk, vendor, join(pairs(rows), byline(desk, vendor)), sections)


def site_of(desk: Desk, vendor: str, site: str | None) -> str:
    """The city of a vendor's site; "" where there is none, or this edition does not show the vendor."""
    found = desk.book.get(Vendor, vendor) if site else None
    return next((one.city for one in found.sites if one.id == site), "") if found else ""
