"""HTML that cannot be broken by what it shows: every plain string is escaped, only Html is not."""

import re
from collections.abc import Iterable, Sequence
from html import escape


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


NOTHING = Html("")
_CODE = re.compile(r"`([^`\n]+)`")
_PLAIN = frozenset(("title", "desc"))
_VOID = frozenset(("br", "hr", "wbr", "path", "rect", "line", "polygon", "circle"))


def text(child: object) -> str:
    """Anything as HTML: Html as it is, None as nothing, a list joined, the rest escaped.

    In plain strings a stretch between backticks becomes code, as the writers of one-liners mean it.
    """
    if isinstance(child, Html):
        return child
    if child is None:
        return ""
    if isinstance(child, (list, tuple)) and not hasattr(child, "_fields"):
        return "".join(map(text, child))
    words = escape(str(child), quote=True)
    return _CODE.sub(r"<code>\1</code>", words) if "`" in words else words


def join(*children: object, by: str = "") -> Html:
    """The children one after the other, those that are empty left out."""
    return Html(text(by).join(part for part in map(text, children) if part))


def h(tag: str, *children: object, **attributes: object) -> Html:
    """An element. `class_` and `for_` lose their underscore, other underscores become hyphens."""
    words = [tag]
    for name, value in attributes.items():
        if value is not None and value is not False:
            key = name.rstrip("_").replace("_", "-")
            words.append(key if value is True else f'{key}="{escape(str(value), quote=True)}"')
    if tag in _VOID and not children:
        return Html(f"<{' '.join(words)}/>" if tag not in ("br", "hr", "wbr") else f"<{tag}>")
    inner = map(escape, map(str, children)) if tag in _PLAIN else map(text, children)
    return Html(f"<{' '.join(words)}>{''.join(inner)}</{tag}>")


def items(entries: Iterable[object], **attributes: object) -> Html:
    """A bulleted list, or nothing where there are no entries."""
    rows = [h("li", entry) for entry in entries if text(entry)]
    return h("ul", *rows, **attributes) if rows else NOTHING


def pairs(rows: Iterable[tuple[object, object]], **attributes: object) -> Html:
    """Terms with what they say, those that say nothing left out."""
    shown = [(term, value) for term, value in rows if text(value)]
    cells = [join(h("dt", term), h("dd", value)) for term, value in shown]
    return h("dl", *cells, **{"class_": "wb-facts", **attributes}) if cells else NOTHING


def table(
    caption: str,
    heads: Sequence[object],
    rows: Iterable[Sequence[object]],
    *,
    said: bool = False,
    narrow: bool = False,
) -> Html:
    """A table that scrolls sideways by itself; the first cell of a row is its head.

    `said` shows the caption, which otherwise only screen readers meet; `narrow` is for a first
    column of numbers or marks.
    """
    lines = [
        h("tr", h("th", row[0], scope="row"), *(h("td", cell) for cell in row[1:])) for row in rows
    ]
    if not lines:
        return NOTHING
    head = h("tr", *(h("th", cell, scope="col") for cell in heads))
    name = h("caption", caption, class_=None if said else "wb-hush")
    look = "wb-table wb-narrow" if narrow else "wb-table"
    inner = h("table", name, h("thead", head), h("tbody", *lines), class_=look)
    return h("div", inner, class_="wb-scroll", role="region", tabindex=0, aria_label=caption)


def sentence(parts: Sequence[object], last: str = "and") -> Html:
    """`a, b and c`."""
    words = [part for part in map(text, parts) if part]
    if len(words) < 2:
        return Html("".join(words))
    return Html(f"{', '.join(words[:-1])} {last} {words[-1]}")
