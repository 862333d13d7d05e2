"""What stands in brackets or braces on one line, for the reader of lines."""

import re
from collections.abc import Sequence
from typing import Any

from watchbill.load.fault import Irregular
from watchbill.load.scalars import MEANING, Odd

MOST_DEPTH = 12
NAME = r"[A-Za-z_][A-Za-z0-9_-]{0,59}"
# What a plain value must not begin with.
INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
# A value in brackets without quotes; a colon in it stands before a letter, a digit or a slash.
_PLAIN = r"[^-?:,\[\]{}#&*!|>'\"%@` \n][^,\[\]{}:#?\n]*(?::[A-Za-z0-9/][^,\[\]{}:#?\n]*)*"
_FLAT_TABLE = re.compile(rf"\{{({NAME}: {_PLAIN}(?:, {NAME}: {_PLAIN})*)\}}")
_FLAT_LIST = re.compile(rf"\[({_PLAIN}(?:, {_PLAIN})*)\]")
_QUOTED = rf"(?:({_PLAIN})|\"([^\"]*)\"|'([^']*)'|(?=[\[{{]))"
_ITEM = re.compile(_QUOTED)
_ENTRY = re.compile(rf"({NAME}): {_QUOTED}")


def inside(text: str, maps: list[dict[str, Any]]) -> Any:
    """The list or mapping that a text is; its mappings join `maps`. Raises Irregular where it is not plain."""
    if text[0] == "{" and (flat := _FLAT_TABLE.fullmatch(text)):
        return _flat(flat[1].split(", "), maps)
    if text[0] == "[" and (flat := _FLAT_LIST.fullmatch(text)):
        return list(map(meaning, flat[1].split(", ")))
    value, end = _nested(text, 0, 0, maps)
    if end != len(text):
        raise Irregular
    return value


def _flat(pairs: list[str], maps: list[dict[str, Any]]) -> dict[str, Any]:
    """A mapping of single words and texts: nearly every one that stands in braces."""
    made = {}
    for pair in pairs:
        name, value = pair.split(": ", 1)
        made[name] = value if " " in value and value[-1] != " " else meaning(value)
    if len(made) != len(pairs):
        raise Irregular
    maps.append(made)
    return made


def _nested(text: str, at: int, depth: int, maps: list[dict[str, Any]]) -> tuple[Any, int]:
    """What stands in brackets from there on, and where it ends."""
    if depth > MOST_DEPTH:
        raise Irregular
    pairs: list[tuple[Any, Any]] = []
    close, match = ("}", _ENTRY.match) if text[at] == "{" else ("]", _ITEM.match)
    at += 1
    more = text[at : at + 1] != close
    while more and (found := match(text, at)):
        *name, plain, double, single = found.groups()
        at = found.end()
        if plain is not None:
            value = meaning(plain)
        elif double is not None or single is not None:
            value = single if double is None else double
        else:
            value, at = _nested(text, at, depth + 1, maps)
        pairs.append((name[0] if name else None, value))
        more = text[at : at + 2] == ", "
        at += 2 if more else 0
    if more or text[at : at + 1] != close:
        raise Irregular
    return (_named(pairs, maps) if close == "}" else [value for _, value in pairs]), at + 1


def _named(pairs: Sequence[tuple[str, Any]], maps: list[dict[str, Any]]) -> dict[str, Any]:
    """A mapping of these names and values."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise Irregular
    maps.append(made)
    return made


def meaning(text: str) -> Any:
    """The value of a plain scalar. What means anything but its letters has no space in it."""
    if text[-1] == " ":
        raise Irregular
    if " " in text:
        return text
    value = MEANING[text]
    if value.__class__ is Odd:
        raise Irregular
    return value
