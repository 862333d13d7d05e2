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
        (_fits(desk, row), _way(row), _by(desk, row), str(row.people), row.why)
        for row in approvals.rows
    ]
    heads = ("Changes of", "That are", "Must be agreed by", "People", "Why")
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
    return sentence([desk.owner(one) for one in row.by], "and")
