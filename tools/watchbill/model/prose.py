"""Prose inside documents: `[[kind:id]]` links and `::: audience` fences."""

import re
from collections.abc import Iterator
from typing import NamedTuple

LINK = re.compile(r"\[\[([^\[\]\n]{0,140})\]\]")
GOOD_LINK = re.compile(
    r"^([a-z]+(?:-[a-z]+)*):([a-z0-9]+(?:-[a-z0-9]+)*)(?:#([a-z0-9]+(?:-[a-z0-9]+)*))?$"
)
# What Markdown shows as it is: a fenced block, a span between backticks.
_CODE = re.compile(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*(?:\n.*?(?:^[ \t>]*(?P=fence)|\Z)|\Z)"
    r"|(?<!`)(?P<tick>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=tick)(?!`)",
    re.MULTILINE | re.DOTALL,
)
FENCE = re.compile(r"^[ \t]*:::[ \t]*([^ \t\n]*(?:[ \t]+[^ \t\n]+)*)[ \t]*$", re.MULTILINE)


class Link(NamedTuple):
    """A link in prose: the text between the brackets and, where it is well formed, kind, id and step."""

    text: str
    kind: str
    id: str
    step: str


class Block(NamedTuple):
    """A stretch of prose and the audience it is fenced to ("" outside a fence)."""

    audience: str
    text: str


class BadFence(ValueError):
    """A fence that is not closed, closes nothing, or stands inside another."""


def links(text: str) -> Iterator[Link]:
    """Every `[[...]]` of a text; kind is "" where it is not `kind:id` or `kind:id#step`.

    In code a shell's `[[ -f file ]]` is none, but what is well formed counts there too: nobody's name slips through.
    """
    if "[[" not in text:
        return
    code: list[tuple[int, int]] | None = None
    for found in LINK.finditer(text):
        good = GOOD_LINK.match(found[1])
        if good:
            yield Link(found[1], good[1], good[2], good[3] or "")
            continue
        code = [one.span() for one in _CODE.finditer(text)] if code is None else code
        if not any(start < found.start() and found.end() <= end for start, end in code):
            yield Link(found[1], "", "", "")


def blocks(text: str) -> tuple[Block, ...]:
    """The text cut at its fences. Raises BadFence for a fence that does not pair up."""
    if ":::" not in text:
        return (Block("", text),)
    parts: list[Block] = []
    audience, start = "", 0
    for found in FENCE.finditer(text):
        name = found[1]
        if bool(name) == bool(audience):
            raise BadFence(
                f"`::: {name}` inside `::: {audience}`" if name else "`:::` closes nothing"
            )
        if text[start : found.start()].strip():
            parts.append(Block(audience, text[start : found.start()]))
        audience, start = name, found.end() + 1
    if audience:
        raise BadFence(f"`::: {audience}` is not closed")
    if text[start:].strip():
        parts.append(Block("", text[start:]))
    return tuple(parts)


def visible(text: str, readable: frozenset[str]) -> str:
    """The text without the blocks that are fenced to an audience outside `readable`."""
    return "\n".join(
        part.text.strip("\n")
        for part in blocks(text)
        if not part.audience or part.audience in readable
    )
