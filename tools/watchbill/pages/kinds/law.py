"""The pages of legal clocks and of our own limits for them."""

from watchbill.model.law import GuardBands, InForce, Obligation
from watchbill.pages import laws, not_operated
from watchbill.pages.about import byline, document_page
from watchbill.pages.desk import Desk
from watchbill.pages.markup import NOTHING, Html, h, items, join, pairs, table
from watchbill.pages.page import Page, Section
from watchbill.pages.words import length


def page(desk: Desk, law: Obligation) -> Page:
    """The page of a legal clock."""
    conditions = "; ".join(filter(None, map(desk.fact, law.applies_if)))
    rows = [
        ("Within", h("strong", laws.period(law))),
        ("Not before", length(law.not_before)),
        ("Our limit", laws.bands(desk, law)),
        ("Jurisdiction", law.jurisdiction),
        ("Citation", law.citation),
        ("Binding", laws.binding(law)),
        ("Set off by", law.trigger),
        ("Counts from", desk.event(law.starts)),
        ("Counted in", laws.counted(law)),
        ("Calendar", desk.link("calendar", law.calendar)),
        ("Stands still", _hold(desk, law)),
        ("Owed to", law.recipient),
        ("Applies if", conditions),
        ("In force", _in_force(law.in_force)),
        ("Not operated here, because", not_operated.reason(desk, law)),
    ]
    more = [
        ("Keep with it", join(law.preserves, desk.link("obligation", law.preserve), by=" ")),
        ("Not together with", desk.links("obligation", law.not_with)),
        ("Secrecy", join(law.secrecy, _only_if(desk, law), by=" ")),
        ("Erases", "what other laws may order to keep" if law.erases else ""),
        ("Gives way to", desk.links("obligation", law.yields_to)),
        ("The law's words", h("q", law.quote) if law.quote else NOTHING),
        ("Notes", items(law.notes)),
    ]
    sections = [
        Section("law", "The law", pairs(more)),
        Section("source", "How sure we are", _source(law)),
        Section("used", "Playbooks", _playbooks(desk, law)),
    ]
    doubt = laws.mark(law)
    lead = join(h("p", doubt) if doubt else NOTHING, pairs(rows), byline(desk, law))
    return document_page(desk, law, lead, sections, (law.citation, law.jurisdiction))


def _only_if(desk: Desk, law: Obligation) -> Html:
    words = "; ".join(filter(None, map(desk.fact, law.secret_if)))
    return h("small", f"only if: {words}") if law.secrecy and words else NOTHING


def _hold(desk: Desk, law: Obligation) -> str:
    if law.hold is None:
        return ""
    then = "goes on from where it stood" if law.hold.then == "resume" else "begins anew"
    return f"{desk.event(law.hold.start)}, until: {desk.event(law.hold.end)}; then it {then}"


def _in_force(span: InForce | None) -> str:
    if span is None:
        return ""
    parts = [f"from {span.start}" if span.start else "", f"until {span.end}" if span.end else ""]
    doubt = "" if span.certain else "(not certain)"
    return " ".join(filter(None, (*parts, doubt, span.note or "")))


def _source(law: Obligation) -> Html:
    words = {
        "verified": "The operative text was read.",
        "secondary": "A digest was read, not the text itself.",
        "unverified": "Written from knowledge; the text was not read.",
    }
    rows = [
        ("Verification", words[law.verification]),
        ("Read", law.source),
        ("Checked on", str(law.checked_on)),
        ("Check again by", str(law.recheck_by) if law.recheck_by else ""),
    ]
    return pairs(rows)


def _playbooks(desk: Desk, law: Obligation) -> Html:
    cards = [card for card in desk.book.referrers(law.key) if card.kind == "playbook"]
    return items(desk.link("playbook", card.id) for card in cards)


def bands_page(desk: Desk, bands: GuardBands) -> Page:
    """The page of our own limits."""
    rows = []
    for band in bands.bands:
        law = desk.book.get(Obligation, band.obligation)
        if law is not None:
            when = "; ".join(filter(None, map(desk.fact, band.only_if)))
            link = desk.link("obligation", law.id)
            rows.append((link, laws.period(law), length(band.within), when, band.why))
    heads = ("Law", "Law within", "We within", "Only if", "Why")
    warn = ", ".join(f"{share} %" for share in bands.warn_at)
    lead = join(h("p", f"Alarms at {warn} of a limit."), byline(desk, bands))
    section = Section("bands", "Limits", table("Our own limits for the law", heads, rows))
    return document_page(desk, bands, lead, [section])
