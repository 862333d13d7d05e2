"""The page of the escalation matrix: the rows in their order, and every path with its levels."""

from watchbill.model.escalation import Escalation, Row
from watchbill.pages import paging
from watchbill.pages.about import byline, document_page
from watchbill.pages.badge import badge
from watchbill.pages.desk import Desk
from watchbill.pages.markup import NOTHING, Html, h, join, table
from watchbill.pages.page import Page, Section


def page(desk: Desk, matrix: Escalation) -> Page:
    """The page."""
    words = (
        "Read the rows from the top: the first that fits decides which path is taken. "
        f"Regions are {matrix.region_is}."
    )
    heads = ("Row", "Incident", "Severity", "Path")
    rows = [
        (
            number,
            _what(desk, row),
            _severities(row),
            _to(matrix, row),
        )
        for number, row in enumerate(matrix.matrix, 1)
    ]
    paths = [
        join(h("h3", path.title, id=f"path-{name}"), paging.levels(desk, path, said=False))
        for name, path in matrix.paths.items()
    ]
    sections = [
        Section("matrix", "The matrix", table("Which path a case takes", heads, rows, narrow=True)),
        Section("paths", "The paths", join(*paths)),
    ]
    return document_page(desk, matrix, join(h("p", words), byline(desk, matrix)), sections)


def _what(desk: Desk, row: Row) -> Html:
    playbooks = [desk.link("playbook", id) for id in row.playbook or ()]
    harms = [desk.link("harm", id) for id in row.harm or ()]
    when = paging.condition(desk, row)
    what = join(*playbooks, *harms, by=", ") or Html("any other" if when else "any")
    return join(what, h("small", when) if when else NOTHING)


def _severities(row: Row) -> Html:
    return join(*(badge(one) for one in row.severity or ()), by=" ") or Html("any")


def _to(matrix: Escalation, row: Row) -> Html:
    path = matrix.paths.get(row.path)
    return h("a", path.title if path else row.path, href=f"#path-{row.path}")
