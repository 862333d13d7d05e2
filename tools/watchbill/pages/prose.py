"""Markdown prose to clean HTML: rendered once with HTML off, then cut down to an allow-list.

A link to a document is written `[[kind:id]]` and comes out as `~/path/`, which the writer turns into
a relative address. Other links lead to `https://` or become plain words; there are no pictures.
"""

import re
from collections.abc import Callable, MutableMapping, Sequence
from functools import lru_cache
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from watchbill.model.prose import LINK, Link, links
from watchbill.pages.markup import Html, text

Finder = Callable[[Link], tuple[str, str] | None]
"""A link to its address below the site's root and its words, or None where it leads nowhere."""

_TAGS = {
    *("a", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "hr", "li", "ol", "p"),
    *(
        "pre",
        "s",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ),
}
_ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}, "div": {"role", "tabindex", "aria-label"}}
_CLASSES = {"p": {"wb-head"}, "div": {"wb-scroll"}, "table": {"wb-table"}}
_INNER = re.compile(r'href="wb:([a-z-]+):([a-z0-9-]+)#?([a-z0-9-]*)"')
_HTTPS = re.compile(r"https://[^\s/\\@?#]+(?:[/?#][^\s\\]*)?", re.ASCII)


def _link(state: StateInline, silent: bool) -> bool:
    found = LINK.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("document_link", "a", 0).content = found[0]
    state.pos = found.end()
    return True


class _Renderer(RendererHTML):
    """Documents' links by their titles, headings as bold lines, tables that scroll by themselves."""

    def document_link(
        self, tokens: Sequence[Token], place: int, _options: Any, env: MutableMapping[str, Any]
    ) -> str:
        link = next(links(tokens[place].content))
        found = env["find"](link)
        if found is None:
            return f"<span>{text(link.text)}</span>"
        return f'<a href="wb:{link.kind}:{link.id}#{link.step}">{text(found[1])}</a>'

    def heading_open(self, *_: Any) -> str:
        return '<p class="wb-head"><strong>'

    def heading_close(self, *_: Any) -> str:
        return "</strong></p>\n"

    def table_open(self, *_: Any) -> str:
        env = _[-1]
        env["tables"] = env.get("tables", 0) + 1
        label = f"{env['label']}, table {env['tables']}"
        return (
            f'<div class="wb-scroll" role="region" tabindex="0" aria-label="{text(label)}">'
            '<table class="wb-table">'
        )

    def table_close(self, *_: Any) -> str:
        return "</table></div>\n"

    def link_open(
        self, tokens: Sequence[Token], place: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        tokens[place].attrs["rel"] = "noopener noreferrer"
        return self.renderToken(tokens, place, options, env)


def _good_link(url: str) -> bool:
    return bool(_HTTPS.fullmatch(url))


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    options = {"html": False, "linkify": False, "typographer": False}
    parser = MarkdownIt("commonmark", options, renderer_cls=_Renderer)
    parser.enable(["table", "strikethrough"]).disable(["image", "html_block", "html_inline"])
    parser.inline.ruler.before("link", "document_link", _link)
    parser.validateLink = _good_link  # type: ignore[method-assign]
    return parser


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        link_rel=None,
        url_schemes={"https", "wb"},
        url_relative="deny",
        strip_comments=True,
    )


def render(source: str, find: Finder, label: str = "Text") -> Html:
    """Markdown to HTML that holds nothing but the allow-list. `label` names its tables for readers."""
    return _finish(_markdown().render(source, {"find": find, "label": label}), find)


def render_line(source: str, find: Finder) -> Html:
    """One line of Markdown to HTML without a paragraph around it."""
    return _finish(_markdown().renderInline(source, {"find": find, "label": ""}), find)


def _finish(dirty: str, find: Finder) -> Html:
    def resolved(match: re.Match[str]) -> str:
        found = find(Link("", match[1], match[2], match[3]))
        return f'href="~/{found[0]}"' if found else ""

    return Html(_INNER.sub(resolved, _cleaner().clean(dirty)).strip())
