"""All pages of an edition, and the navigation that leads to them."""

from collections.abc import Iterator
from typing import Any

from watchbill.model.kinds import KINDS
from watchbill.model.web import index_path
from watchbill.pages import not_operated
from watchbill.pages.desk import Desk
from watchbill.pages.documents import document_pages
from watchbill.pages.index import index_pages
from watchbill.pages.page import Page, file_of
from watchbill.pages.reference import reference_pages
from watchbill.pages.start import start_page
from watchbill.pages.words import kind_title

_NAV = (
    ("", ("playbook", "runbook", "message")),
    ("Whom and when", ("escalation", "schedule", "obligation", "guard-bands", "service-level")),
    (
        "Daily work",
        (
            "queue",
            "training",
            "quality-program",
            "exposure-limit",
            "policy-change",
            "drill",
            "indicator",
        ),
    ),
    ("What it is about", ("severity", "harm", "facts", "scenario")),
    ("Who we are", ("organization", "team", "partner", "vendor", "calendar", "approvals")),
)


def all_pages(desk: Desk) -> Iterator[Page]:
    """Every page that is made from the book and the tools."""
    yield start_page(desk)
    yield from index_pages(desk)
    left_out = not_operated.left_out(desk)
    if left_out:
        yield not_operated.page(desk, left_out)
    yield from document_pages(desk)
    yield from reference_pages(kinds_shown(desk))


def kinds_shown(desk: Desk) -> frozenset[str]:
    """The kinds of which this edition has documents."""
    return frozenset(kind for kind in KINDS if desk.book.ids(kind))


def navigation(desk: Desk, written: tuple[tuple[str, str], ...]) -> list[dict[str, Any]]:
    """The builder's `nav`: index pages only. `written` are hand-written pages: title and file."""
    shown = kinds_shown(desk)
    nav: list[dict[str, Any]] = [{"Start": "index.md"}]
    for title, kinds in _NAV:
        rows = [{kind_title(kind): file_of(index_path(kind))} for kind in kinds if kind in shown]
        if rows:
            nav.extend(rows if not title else [{title: rows}])
    nav.append({"Reference": "reference/index.md"})
    nav.extend({title: file} for title, file in written)
    return nav


def catalogue(desk: Desk) -> list[dict[str, str]]:
    """What the site holds, as data for other programs: one entry a document."""
    return [
        {
            "kind": card.kind,
            "id": card.id,
            "title": card.title,
            "path": f"{index_path(card.kind)}{card.id}/",
            "reviewed": str(card.reviewed or ""),
            "source": desk.source.of(card.file)[0],
        }
        for card in desk.book.cards.values()
    ]
