"""The page that lists the documents of a kind; that of the legal clocks is sorted by deadline."""

from collections.abc import Callable, Iterator
from typing import Any

from watchbill.model.base import Document
from watchbill.model.kinds import KINDS
from watchbill.model.law import Obligation
from watchbill.model.response import Playbook
from watchbill.model.web import index_path, kind_path
from watchbill.pages import laws, not_operated
from watchbill.pages.about import due
from watchbill.pages.badge import badge
from watchbill.pages.desk import Desk
from watchbill.pages.markup import Html, h, join, table
from watchbill.pages.page import Page, Section
from watchbill.pages.words import counted, kind_title

_GROUPS = (
    "Within a set time",
    "By a standard in words",
    "As the order says",
    "At intervals",
    "To be kept for a time",
)


def index_pages(desk: Desk) -> Iterator[Page]:
    """One page for each kind of which the edition has documents."""
    for kind, model in KINDS.items():
        documents = desk.book.all(model)
        if documents:
            yield clocks(desk) if kind == "obligation" else _index(desk, kind, documents)


def _index(desk: Desk, kind: str, documents: tuple[Document, ...]) -> Page:
    heads, cells = _COLUMNS.get(kind, (("About",), _about))
    ordered = sorted(documents, key=_ORDER.get(kind, lambda one: (one.title, one.id)))
    rows = [
        (desk.link(kind, one.id), *cells(desk, one), desk.owner(one.owner), _review(one))
        for one in ordered
    ]
    columns = (kind_title(kind), *heads, "Owner", "Review by")
    found = table(kind_title(kind), columns, rows)
    return Page(
        index_path(kind),
        kind_title(kind),
        join(found, _to_kind(kind)),
        summary=join(KINDS[kind].WHAT),
    )


def _to_kind(kind: str) -> Html:
    return h("p", h("a", "How such a document is written", href=f"~/{kind_path(kind)}"))


def _review(document: Document) -> str:
    return str(due(document) or "")


def _about(desk: Desk, document: Document) -> tuple[object, ...]:
    return (desk.line(document.summary),)


def _playbook(desk: Desk, playbook: Any) -> tuple[object, ...]:
    return badge(playbook.default_severity), desk.link("harm", playbook.harm) or "none"


def _harm(desk: Desk, harm: Any) -> tuple[object, ...]:
    playbooks = [one for one in desk.book.all(Playbook) if one.harm == harm.id]
    links = join(*(desk.link("playbook", one.id) for one in playbooks), by=", ")
    return badge(harm.severity.default), links or "none of its own"


def _message(_desk: Desk, message: Any) -> tuple[object, ...]:
    return message.channel, message.recipient


_COLUMNS: dict[str, tuple[tuple[str, ...], Callable[[Desk, Any], tuple[object, ...]]]] = {
    "playbook": (("Severity", "Harm"), _playbook),
    "harm": (("Severity", "Playbooks"), _harm),
    "message": (("By", "To"), _message),
}
_ORDER: dict[str, Callable[[Any], tuple[str, ...]]] = {
    "playbook": lambda one: (one.default_severity, one.title, one.id),
    "harm": lambda one: (one.severity.default, one.title, one.id),
}


def clocks(desk: Desk) -> Page:
    """All legal clocks, the earliest deadline first, standards in words after the numbers."""
    groups: dict[int, list[Obligation]] = {}
    for law in sorted(desk.book.all(Obligation), key=laws.order):
        groups.setdefault(laws.order(law)[0], []).append(law)
    heads = ("Law", "Within", "Our limit", "Where", "Counted in")
    sections = tuple(
        Section(
            f"group-{place + 1}",
            _GROUPS[min(place, len(_GROUPS) - 1)],
            table(_GROUPS[min(place, len(_GROUPS) - 1)], heads, [_row(desk, law) for law in found]),
        )
        for place, found in groups.items()
    )
    number = sum(map(len, groups.values()))
    unsure = sum(law.verification != "verified" for found in groups.values() for law in found)
    words = (
        f"{counted(number, 'clock', 'clocks')}, {unsure} of them from a text that was not read "
        "itself. Our own limits lie before the law's; work by ours."
    )
    lead = join(h("p", words), not_operated.link(desk), _to_kind("obligation"))
    return Page(
        index_path("obligation"), "Legal clocks", lead, sections, Html("Legal periods by deadline.")
    )


def _row(desk: Desk, law: Obligation) -> tuple[object, ...]:
    note = "" if law.binding == "must" else f" ({laws.binding(law)})"
    return (
        join(desk.link("obligation", law.id), h("small", f" {law.citation}{note}"), laws.mark(law)),
        laws.period(law),
        laws.bands(desk, law),
        law.jurisdiction,
        laws.counted(law),
    )
