"""The page that says who must agree to which change."""

from watchbill.model.approvals import Approval, Approvals
from watchbill.pages.about import byline, document_page
from watchbill.pages.desk import Desk
from watchbill.pages.markup import Html, h, join, sentence, table
from watchbill.pages.page import Page, Section
from watchbill.pages.words import kind_name

_WEIGHTS = {"critical": "critical ones", "major": "major ones and up", "minor": "all but trifles"}


def page(desk: Desk, approvals: Approvals) -> Page:
    """The rows as a table."""
    rows = [
        (join(_fits(desk, row), h("br"), h("small", _way(row))), _by(desk, row), row.why)
        for row in approvals.rows
    ]
    heads = ("Changes of", "Agreed by", "Why")
    words = "All rows that fit a change apply; the approvers of the document must agree besides."
    lead = join(h("p", words), byline(desk, approvals))
    section = Section("rows", "Rows", table("Who must agree to a change", heads, rows))
    return document_page(desk, approvals, lead, [section])


def _fits(desk: Desk, row: Approval) -> Html:
    kinds = ", ".join(map(kind_name, row.of)) or "anything"
    parts: list[Html | str] = [kinds]
    if row.harm:
        parts += [" about ", sentence([desk.link("harm", one) for one in row.harm], "or")]
    if row.tier:
        parts.append(f" for {row.tier} and above")
    return join(*parts)


def _way(row: Approval) -> str:
    weight = _WEIGHTS.get(row.at_least, "")
    return ", ".join(row.direction) + (f"; {weight}" if weight else "")


def _by(desk: Desk, row: Approval) -> Html:
    teams = sentence([desk.owner(one) for one in row.by], "and")
    return teams if row.people == 1 else join(teams, f": {row.people} people")
