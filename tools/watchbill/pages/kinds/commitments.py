"""The pages of severities, harms and service levels."""

from watchbill.model.commitments import Harm, Rung, ServiceLevel, SeverityLadder
from watchbill.model.response import Playbook
from watchbill.pages import paging
from watchbill.pages.about import byline, document_page
from watchbill.pages.badge import badge
from watchbill.pages.desk import Desk
from watchbill.pages.markup import NOTHING, Html, h, items, join, pairs, table
from watchbill.pages.page import Page, Section
from watchbill.pages.targets import target
from watchbill.pages.words import exposure, length


def ladder_page(desk: Desk, ladder: SeverityLadder) -> Page:
    """The page of the severity ladder: each severity with its own address."""
    rungs = [
        h("div", *_rung(desk, rung), id=rung.id.lower(), class_="wb-rung") for rung in ladder.levels
    ]
    lead = join(h("p", "In doubt take the higher one."), byline(desk, ladder))
    return document_page(desk, ladder, lead, [Section("levels", "The severities", join(*rungs))])


def _rung(desk: Desk, rung: Rung) -> tuple[Html, ...]:
    rows = [
        ("Examples", items(rung.examples)),
        ("Run by", desk.roles(rung.command)),
        ("Updates", f"every {length(rung.update_every)}" if rung.update_every else ""),
        ("Goes up when", items(rung.raised_by)),
        ("Goes down when", items(rung.lowered_by)),
    ]
    return h("h3", badge(rung.id), " ", rung.title), h("p", rung.meaning), pairs(rows)


def harm_page(desk: Desk, harm: Harm) -> Page:
    """The page of a harm: severity, playbooks, whom to page, public codes."""
    severity = harm.severity
    rows = [
        ("Starts as", join(badge(severity.default), " never below ", badge(severity.floor))),
        (
            "Playbooks",
            join(*_playbooks(desk, harm), by=", ") or "none of its own: page by the table below",
        ),
        ("People", "two together" if harm.needs_two else ""),
        ("Exposure", exposure(harm.exposure)),
        ("Operational detail", f"for {desk.audience(harm.max_audience)} at most"),
    ]
    case = paging.Case("", harm.id, severity.default)
    sections = [
        Section("page", f"Whom to page at {severity.default}", paging.tables(desk, case)),
        Section("codes", "Public codes", _codes(harm)),
    ]
    lead = join(h("p", harm.definition), pairs(rows), byline(desk, harm))
    return document_page(desk, harm, lead, sections)


def _playbooks(desk: Desk, harm: Harm) -> list[Html]:
    found = desk.book.all(Playbook)
    return [desk.link("playbook", one.id) for one in found if one.harm == harm.id]


def _codes(harm: Harm) -> Html:
    dsa = harm.dsa
    rows = [
        ("DSA statement category", _code(dsa.category, dsa.alternative) if dsa else NOTHING),
        ("DSA keywords", _code(*dsa.keywords) if dsa else NOTHING),
        ("TSPA abuse type", harm.tspa),
        ("AILuminate", _code(*harm.ailuminate)),
        ("MITRE ATLAS", _code(*harm.atlas)),
        ("OWASP LLM", _code(*harm.owasp_llm)),
        ("OWASP agentic", _code(*harm.owasp_agentic)),
        ("CyberTipline", "; ".join(harm.ncmec)),
        ("Ozone", _code(*harm.ozone)),
        ("Coop", _code(*harm.coop)),
        ("ROOST", _code(*harm.roost)),
    ]
    return pairs(rows)


def _code(*codes: str | None) -> Html:
    return join(*(h("code", code) for code in codes if code), by=" ")


def level_page(desk: Desk, level: ServiceLevel) -> Page:
    """The page of a service level: a target for each severity and milestone."""
    milestones = list(dict.fromkeys(name for targets in level.targets.values() for name in targets))
    rows = [
        (badge(severity), *(target(desk, found[one]) if one in found else "" for one in milestones))
        for severity, found in level.targets.items()
    ]
    clock = "real time" if level.calendar == "always" else desk.link("calendar", level.calendar)
    share = level.attainment
    facts = [
        ("Counts from", desk.event(level.starts)),
        ("Runs in", clock),
        ("Promised to", level.promised_to),
        ("To be met by", f"{share.share} over {length(share.over)}" if share else ""),
        ("Alarms at", ", ".join(f"{one} %" for one in level.warn_at)),
    ]
    pauses = [(one.id, one.why, length(one.at_most) or "no limit") for one in level.pauses]
    sections = [
        Section(
            "targets",
            "Targets",
            table("Promised times", ("Severity", *milestones), rows, narrow=True),
        ),
        Section(
            "pauses", "Pauses", table("It stands still for", ("Code", "Why", "At most"), pauses)
        ),
    ]
    return document_page(desk, level, join(pairs(facts), byline(desk, level)), sections)
