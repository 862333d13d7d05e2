"""Plain YAML to data by its lines: the part of the language that nearly every document keeps to.

A document whose every line is a field, an item, a comment or a line of a literal text means the same to
every reader of YAML. It is read here in a third of the time that libyaml's events take, and a commit
hook need not load libyaml at all. Whatever is not plainly of these forms is left to `compose`; a test
holds that where this reader accepts a text, `compose` reads the same.
"""

import re
from collections.abc import Sequence
from typing import Any

from watchbill.load.fault import Irregular
from watchbill.load.scalars import MEANING, Odd

# A text of this length holds neither too many values nor one that is too long.
MOST_LETTERS = 10_000
_MOST_DEPTH = 12
_SEEN = bytes(range(0x20, 0x7F)) + b"\n"
_NAME = r"[A-Za-z_][A-Za-z0-9_-]{0,59}"
_FIRST = r"[^-?:,\[\]{}#&*!|>'\"%@` \n]"
# A value in brackets without quotes; a colon in it stands before a letter, a digit or a slash.
_INNER = rf"{_FIRST}[^,\[\]{{}}:#?\n]*(?::[A-Za-z0-9/][^,\[\]{{}}:#?\n]*)*"
_LINE = re.compile(rf"( *)(- )?(?:({_NAME}):(?: ([^ ].*))?|([^ ].*))")
_FLAT_TABLE = re.compile(rf"\{{({_NAME}: {_INNER}(?:, {_NAME}: {_INNER})*)\}}")
_FLAT_LIST = re.compile(rf"\[({_INNER}(?:, {_INNER})*)\]")
_QUOTED = rf"(?:({_INNER})|\"([^\"]*)\"|'([^']*)'|(?=[\[{{]))"
_ITEM = re.compile(_QUOTED)
_ENTRY = re.compile(rf"({_NAME}): {_QUOTED}")

# Field names that were found to be distinct, whatever their case: mappings repeat few of them.
_DISTINCT: set[tuple[str, ...]] = set()
_MOST_DISTINCT = 10_000

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
Stack = list[tuple[int, Any]]


def calm(text: str) -> dict[str, Any]:
    """The data of a plain text. Raises Irregular for any other."""
    if len(text) > MOST_LETTERS or "\\" in text or not text.endswith("\n") or not _visible(text):
        raise Irregular
    reader = _Reader(text)
    for names in set(map(tuple, reader.maps)) - _DISTINCT:
        if len({name.lower() for name in names}) != len(names):
            raise Irregular
        if len(_DISTINCT) < _MOST_DISTINCT:
            _DISTINCT.add(names)
    return reader.root


def _visible(text: str) -> bool:
    """Whether every character is one that a reader can see, a space or the end of a line."""
    if text.isascii():
        return not text.encode().translate(None, _SEEN)
    return text.replace("\n", "").isprintable()


class _Reader:
    """Takes the lines of a text one by one. Each container is known by the depth of its lines."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.root: dict[str, Any] = {}
        self.maps: list[dict[str, Any]] = [self.root]
        self.stack: Stack = [(0, self.root)]
        self._read()

    def _read(self) -> None:  # noqa: C901, PLR0912 - one loop is a third faster than its parts
        lines, stack, match = self.lines, self.stack, _LINE.fullmatch
        # The mapping and name of a field whose value begins on the next line.
        waiting: tuple[dict[str, Any], str] | None = None
        number, end = 0, len(lines)
        while number < end:
            found = match(lines[number])
            number += 1
            if found is None:
                if lines[number - 1].strip(" "):
                    raise Irregular
                continue
            space, dash, name, value, item = found.groups()
            if item is not None and item[0] == "#" and not dash:
                continue
            indent, (at, holder) = len(space), stack[-1]
            if waiting is not None:
                holder = self._begun(waiting, indent, dash)
                waiting = None
            elif at != indent or (holder.__class__ is list) != bool(dash):
                holder = _open_at(stack, indent, dash)
            if dash:
                if name is None:
                    holder.append(self._value(item) if item[0] in _INDICATORS else _plain(item))
                    continue
                indent += 2
                holder.append(self._deeper(indent, {}))
                holder = holder[-1]
            if name is None or name in holder or MEANING[name] != name:
                raise Irregular
            if value is None:
                waiting = holder, name
            elif value == "|":
                holder[name], number = self._literal(number, indent)
            elif value[0] in _INDICATORS:
                holder[name] = self._value(value)
            else:
                holder[name] = _plain(value)
        if waiting is not None or not self.root:
            raise Irregular

    def _begun(self, waiting: tuple[dict[str, Any], str], indent: int, dash: str | None) -> Any:
        """What begins below a field that has nothing on its line."""
        at = self.stack[-1][0]
        if indent < at or (indent == at and not dash):
            raise Irregular
        holder, name = waiting
        holder[name] = self._deeper(indent, [] if dash else {})
        return holder[name]

    def _deeper(self, indent: int, made: Any) -> Any:
        """A container whose lines begin at that depth."""
        if len(self.stack) > _MOST_DEPTH:
            raise Irregular
        if made.__class__ is dict:
            self.maps.append(made)
        self.stack.append((indent, made))
        return made

    def _literal(self, number: int, indent: int) -> tuple[str, int]:
        """The text below `|`, and the number of the line behind it."""
        lines = self.lines
        first = lines[number]
        depth = len(first) - len(first.lstrip(" "))
        if depth <= indent or depth == len(first):
            raise Irregular
        taken, margin = [], " " * depth
        while number < len(lines):
            line = lines[number]
            if line.startswith(margin):
                if line.isspace() and len(line) > depth:
                    raise Irregular
                taken.append(line[depth:])
            elif not line.strip(" "):
                taken.append("")
            else:
                break
            number += 1
        return "\n".join(taken).rstrip("\n") + "\n", number

    def _value(self, text: str) -> Any:
        """A value in brackets or quotes that ends with its line."""
        first = text[0]
        if first == "{" and (flat := _FLAT_TABLE.fullmatch(text)):
            parts = [pair.split(": ", 1) for pair in flat[1].split(", ")]
            return self._named([(name, _meaning(value)) for name, value in parts])
        if first == "[" and (flat := _FLAT_LIST.fullmatch(text)):
            return list(map(_meaning, flat[1].split(", ")))
        if first in "{[":
            value, end = self._inside(text, 0, 0)
            if end != len(text):
                raise Irregular
            return value
        if first not in "\"'" or len(text) < 2 or text[-1] != first or text.count(first) != 2:
            raise Irregular
        return text[1:-1]

    def _inside(self, text: str, at: int, depth: int) -> tuple[Any, int]:
        """What stands in brackets from there on, and where it ends."""
        if depth > _MOST_DEPTH:
            raise Irregular
        pairs: list[tuple[Any, Any]] = []
        close, match = ("}", _ENTRY.match) if text[at] == "{" else ("]", _ITEM.match)
        at += 1
        more = text[at : at + 1] != close
        while more and (found := match(text, at)):
            *name, plain, double, single = found.groups()
            at = found.end()
            if plain is not None:
                value = _meaning(plain)
            elif double is not None or single is not None:
                value = single if double is None else double
            else:
                value, at = self._inside(text, at, depth + 1)
            pairs.append((name[0] if name else None, value))
            more = text[at : at + 2] == ", "
            at += 2 if more else 0
        if more or text[at : at + 1] != close:
            raise Irregular
        return (self._named(pairs) if close == "}" else [value for _, value in pairs]), at + 1

    def _named(self, pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
        """A mapping of these names and values."""
        made = dict(pairs)
        if len(made) != len(pairs) or not all(MEANING[name] == name for name in made):
            raise Irregular
        self.maps.append(made)
        return made


def _open_at(stack: Stack, indent: int, dash: str | None) -> Any:
    """The mapping or list that a line of this depth goes on with."""
    at, holder = stack[-1]
    while at > indent or (at == indent and not dash and holder.__class__ is list):
        stack.pop()
        if not stack:
            raise Irregular
        at, holder = stack[-1]
    if at != indent or (holder.__class__ is list) != bool(dash):
        raise Irregular
    return holder


def _plain(text: str) -> Any:
    """A value without quotes, alone on its line."""
    if text[-1] == ":" or ": " in text or " #" in text:
        raise Irregular
    return _meaning(text)


def _meaning(text: str) -> Any:
    """The value of a plain scalar. What means anything but its letters has no space in it."""
    if text[-1] == " ":
        raise Irregular
    if " " in text:
        return text
    value = MEANING[text]
    if value.__class__ is Odd:
        raise Irregular
    return value
