"""A Markdown text cut into its blocks, each with its lines: headings, code, lists, raw HTML, and all else."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from watchbill.errors import CannotRun

_CLOSING = re.compile(r"[ \t]*#+[ \t]*$")
_FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})(.*)$")


class Block(NamedTuple):
    """A block over the lines [start, end), from 0. `depth` and `title` are of a heading, `items` of a list.

    `kind` is heading, fence, indented (code), html, ordered, bullet, paragraph, table or other.
    """

    kind: str
    start: int
    end: int
    depth: int = 0
    title: str = ""
    items: tuple[tuple[int, int], ...] = ()


class Text(NamedTuple):
    """A text by lines, its blocks, the lines that are code or HTML, and its link definitions.

    `links` has a definition's address and its lines by its label, which is without case.
    """

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    kept: frozenset[int]
    links: dict[str, tuple[str, int, int]]


@lru_cache(maxsize=1)
def _parser() -> Any:
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise CannotRun(
            "the import of Markdown needs a package more: pip install 'watchbill[site]'"
        ) from None
    return MarkdownIt("commonmark").enable(["table"])


def parse(lines: Sequence[str]) -> Text:
    """The blocks of a text, in order. Lines between them are blank or define links. Raises CannotRun."""
    env: dict[str, Any] = {}
    tokens = _parser().parse("\n".join(lines), env)
    kept: set[int] = set()
    blocks: list[Block] = []
    for place, token in enumerate(tokens):
        if token.map is None:
            continue
        start, end = token.map[0], min(token.map[1], len(lines))
        if token.type in ("fence", "code_block", "html_block"):
            kept.update(range(start, end))
        if token.level == 0:
            blocks.append(_block(token, tokens[place + 1 :], start, _trimmed(lines, start, end)))
    links = {
        label.casefold(): (found["href"], *found["map"])
        for label, found in env.get("references", {}).items()
    }
    return Text(tuple(lines), tuple(blocks), frozenset(kept), links)


def _trimmed(lines: Sequence[str], start: int, end: int) -> int:
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    return end


def _block(token: Any, rest: Sequence[Any], start: int, end: int) -> Block:
    names = {
        "heading_open": "heading",
        "code_block": "indented",
        "html_block": "html",
        "ordered_list_open": "ordered",
        "bullet_list_open": "bullet",
        "paragraph_open": "paragraph",
        "table_open": "table",
    }
    kind = names.get(token.type, "fence" if token.type == "fence" else "other")
    if kind == "heading":
        title = " ".join(rest[0].content.split())
        return Block(kind, start, end, int(token.tag[1]), title)
    if kind in ("ordered", "bullet"):
        items = []
        for one in rest:
            if one.level == 0:
                break
            if one.type == "list_item_open" and one.level == 1:
                items.append((one.map[0], min(one.map[1], end)))
        return Block(kind, start, end, items=tuple(items))
    return Block(kind, start, end)


def fenced(code: Iterable[str], language: str = "") -> list[str]:
    """Lines as a code block that none of them can end."""
    lines = list(code)
    longest = max((len(run) for line in lines for run in re.findall("`{3,}", line)), default=2)
    mark = "`" * (longest + 1)
    return [f"{mark}{language}", *lines, mark]


def closed(lines: Sequence[str]) -> list[str]:
    """A code block with its end, where the text broke off before it."""
    first = _FENCE.match(lines[0])
    if first is None:
        return list(lines)
    last = lines[-1].strip()
    done = len(lines) > 1 and last.startswith(first[1]) and not last.strip(first[1][0])
    return list(lines) if done else [*lines, first[1]]


def ended(lines: Sequence[str]) -> list[str]:
    """A block with the end of a code block inside it, where the block broke off before that.

    As headings are told apart from code line by line, all below would be taken for code.
    """
    fence, indent = "", ""
    for line in lines:
        found = _FENCE.match(line)
        if found and not fence:
            fence = "" if "`" in found[1] and "`" in found[2] else found[1]
            indent = line[: len(line) - len(line.lstrip())]
        elif found and found[1].startswith(fence) and not found[2].strip():
            fence = ""
    return [*lines, f"{indent}{fence}"] if fence else list(lines)


def item_lines(lines: Sequence[str]) -> tuple[str, list[str]]:
    """An item of a list: its mark, and its lines without the mark and its indentation."""
    found = re.match(r"^([ \t]*(?:[-*+]|[0-9]{1,9}[.)]))([ \t]+|$)", lines[0])
    if found is None:
        return "", list(lines)
    width = found.end() if 0 < len(found[2].expandtabs(4)) <= 4 else len(found[1]) + 1
    rest = [_outdented(line, width) for line in lines[1:]]
    return found[1].strip(), [lines[0][width:], *rest]


def _outdented(line: str, width: int) -> str:
    spaces = len(line) - len(line.lstrip(" "))
    if line.startswith("\t"):
        return line[1:]
    return line[min(spaces, width) :]


def numbered(lines: Sequence[str]) -> int:
    """The number with which an ordered list begins."""
    found = re.match(r"[ \t]*([0-9]{1,9})", lines[0])
    return int(found[1]) if found else 0


def without_closing(title: str) -> str:
    """A heading's title without closing `#`."""
    return _CLOSING.sub("", title) or title
