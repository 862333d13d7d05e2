"""The reference of changes: each kind with an example before and after, and which way it goes."""

from collections.abc import Iterator

from watchbill.diff.kinds import Kind, all_kinds
from watchbill.diff.page import parse
from watchbill.model.web import change_path
from watchbill.pages import prose
from watchbill.pages.examples import code, line, no_link
from watchbill.pages.markup import Html, h, join
from watchbill.pages.page import Page, Section

_SAYS = {
    "weaker": "The example is weaker: less is promised, done or protected.",
    "stronger": "The example is stronger: more is promised, done or protected.",
    "neutral": "The example changes no commitment.",
    "unknown": "Of the example no program can tell what it means; a person reads it.",
}


def change_link(kind: Kind) -> Html:
    """A link to the page of a kind of change."""
    return h("a", h("code", kind.id), href=f"~/{change_path(kind.id)}")


def change_pages(home: str) -> Iterator[Page]:
    """A page for each kind of change."""
    for kind in all_kinds():
        page = parse(kind.doc)
        says = h("p", _SAYS[page.direction], class_="wb-by")
        sections = (
            Section("before", "Before", code(page.before, "Before")),
            Section("after", "After", code(page.after, "After")),
        )
        lead = join(says, prose.render(page.why, no_link))
        yield Page(
            change_path(kind.id),
            kind.id,
            lead,
            sections,
            line(page.law),
            up=("Reference", home),
        )
