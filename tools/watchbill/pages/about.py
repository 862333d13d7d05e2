"""Who answers for a page, how old it is, and where it comes from."""

from datetime import date
from urllib.parse import urlencode

from watchbill.edit.proposals import form_for
from watchbill.model.base import Document
from watchbill.model.web import index_path, page_path
from watchbill.pages.desk import Desk
from watchbill.pages.markup import NOTHING, Html, h, join, pairs
from watchbill.pages.page import Page, Section
from watchbill.pages.words import kind_name, kind_title, later, length


def due(document: Document) -> date | None:
    """The day by which the document must be read through again."""
    return later(document.review.last, document.review.every) if document.review else None


def byline(desk: Desk, document: Document) -> Html:
    """Owner and review in one line, and plain banners for what is stale, a draft or replaced."""
    parts: list[object] = [join("Owner ", desk.owner(document.owner))]
    if document.review:
        parts.append(f"reviewed {document.review.last}, next by {due(document)}")
    line = join(join(*parts, by=" · "), propose(desk, document))
    return join(*notices(desk, document), h("p", line, class_="wb-by"))


def propose(desk: Desk, document: Document) -> Html:
    """A link to the form that fits the document, with its id filled in; nothing where the reader has no place there."""
    repository = desk.repository(document)
    if not repository:
        return NOTHING
    form, question = form_for(document.kind)
    words = urlencode({"template": f"{form}.yml", question: document.id})
    link = h("a", "Propose a change", href=f"{repository}/issues/new?{words}")
    return h("span", " · ", link, class_="wb-propose")


def notices(desk: Desk, document: Document) -> list[Html]:
    """Banners: overdue review, draft, deprecated."""
    found = []
    day = due(document)
    if day and desk.source.instant.date() > day:
        found.append(
            _banner(f"The review of this page fell due on {day}. Check before you rely on it.")
        )
    if document.status == "draft":
        found.append(_banner("A draft: not in operation yet."))
    if document.status == "deprecated":
        instead = desk.link(document.kind, document.replaced_by)
        found.append(
            _banner(join("Not used any more.", " Use instead: " if instead else "", instead))
        )
    return found


def _banner(words: object) -> Html:
    return h("p", words, class_="wb-note wb-warn")


def about(desk: Desk, document: Document) -> Section:
    """The last section of every document's page."""
    file, commit = desk.file(document)
    review = document.review
    audience = desk.book.audience_of(document)
    rows: list[tuple[object, object]] = [
        ("Id", h("code", document.key)),
        ("Owner", desk.owner(document.owner)),
        ("Approvers", join(*map(desk.owner, document.approvers), by=", ")),
        ("Readers", join(desk.audience(audience), *_only(desk, document), by="; only ")),
        ("Status", document.status),
        ("Last review", str(review.last) if review else "never recorded"),
        (
            "Next review by",
            f"{due(document)} (every {length(review.every)})" if review else NOTHING,
        ),
        ("Source", h("code", file) if file else NOTHING),
        ("Commit", h("code", commit)),
        ("Named by", _named_by(desk, document)),
        ("Tags", ", ".join(document.tags)),
        ("Formerly", h("code", document.moved_from) if document.moved_from else NOTHING),
    ]
    return Section("about", "About this page", pairs(rows))


def _only(desk: Desk, document: Document) -> tuple[Html, ...]:
    names = join(*(desk.any(one, "team", "vendor", "partner") for one in document.only), by=", ")
    return (names,) if names else ()


def _named_by(desk: Desk, document: Document) -> Html:
    cards = [card for card in desk.book.referrers(document.key) if card.key != document.key]
    if not cards:
        return NOTHING
    shown = [desk.link(card.kind, card.id) for card in cards[:12]]
    more = f"and {len(cards) - 12} more" if len(cards) > 12 else ""
    return join(*shown, more, by=", ")


def document_page(
    desk: Desk,
    document: Document,
    lead: object,
    sections: list[Section],
    keys: tuple[str, ...] = (),
) -> Page:
    """The page of a document: its own sections, then about it."""
    words = " ".join(dict.fromkeys((document.id, kind_name(document.kind), *document.tags, *keys)))
    summary = desk.line(document.summary) if document.summary else NOTHING
    return Page(
        page_path(document.kind, document.id),
        document.title,
        join(lead),
        (*sections, about(desk, document)),
        summary,
        words,
        up=(kind_title(document.kind), index_path(document.kind)),
    )
