"""A page, and the Markdown file that the builder gets: headings in Markdown, all else as HTML."""

import json
import re
from html import escape
from typing import NamedTuple

from watchbill.pages.markup import NOTHING, Html, h

_SPECIAL = re.compile(r"[^A-Za-z0-9 ]")
_ROOT = re.compile(r'((?:href|src)=")~/')
_TAG = re.compile(r"<[^>]*>")
_BLANK = re.compile(r"\n(?=\s*\n)")


class Section(NamedTuple):
    """A part of a page under a heading of the second level."""

    id: str
    title: str
    body: Html


class Page(NamedTuple):
    """A page below the site's root (`playbooks/x/`; "" is the start page)."""

    path: str
    title: str
    lead: Html = NOTHING
    """What stands above the first heading, below the summary."""
    sections: tuple[Section, ...] = ()
    summary: Html = NOTHING
    """What it is that search shows and finds."""
    keys: str = ""
    """Further words that search finds: ids, roles, laws."""
    first: Html = NOTHING
    """What must stand above even the summary."""
    up: tuple[str, str] | None = None
    """Title and path of the page above."""


def file_of(path: str) -> str:
    """The builder's source file of a page: `playbooks/` is an index, `playbooks/x/` a leaf."""
    parts = path.strip("/").split("/")
    if path in ("", "/"):
        return "index.md"
    return f"{'/'.join(parts)}/index.md" if len(parts) == 1 else f"{'/'.join(parts)}.md"


def markdown(page: Page) -> str:
    """The source file of a page. Everything that searches must not find is marked so."""
    plain = " ".join(_TAG.sub("", page.summary).split())
    meta = {"title": escape(page.title), "description": plain}
    front = [
        f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in meta.items() if value
    ]
    if page.up:
        front.append(f"up: {json.dumps([escape(page.up[0]), page.up[1]], ensure_ascii=False)}")
    parts = ["---", *front, "---", "", f"# {_entities(page.title)} {{: #top }}", ""]
    found = h("p", page.summary, class_="wb-summary") if page.summary else NOTHING
    keys = h("p", page.keys, hidden=True) if page.keys else NOTHING
    lead = h("div", page.lead, data_search_exclude="1") if page.lead else NOTHING
    first = h("div", page.first, data_search_exclude="1") if page.first else NOTHING
    parts += [_raw(h("div", first, found, keys, lead, class_="wb-lead"), page.path), ""]
    for section in page.sections:
        if section.body:
            heading = f"## {_entities(section.title)} {{: #{section.id} data-search-exclude=1 }}"
            parts += [heading, "", _raw(h("div", section.body, class_="wb-part"), page.path), ""]
    return "\n".join(parts)


def _raw(html: Html, path: str) -> str:
    """HTML as one block that Markdown passes on: no blank lines, addresses relative to the page."""
    up = "../" * path.strip("/").count("/") + ("../" if path.strip("/") else "")
    return _ROOT.sub(lambda found: found[1] + (up or "./"), _BLANK.sub("&#10;", html))


def _entities(title: str) -> str:
    """A title in which Markdown finds nothing to interpret."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", title)
