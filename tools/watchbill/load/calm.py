"""Plain YAML to data by its lines: the part of the language that nearly every document keeps to.

A document whose every line is a field, an item, a comment or a line of a literal text means the same to
every reader of YAML. It is read here in little more than half the time that libyaml's events take, and a commit
hook need not load libyaml at all. Whatever is not plainly of these forms is left to `compose`; a test
holds that where this reader accepts a text, `compose` reads the same.
"""

import re
from typing import Any

from watchbill.load.brackets import INDICATORS, MOST_DEPTH, NAME, inside, meaning
from watchbill.load.fault import Irregular
from watchbill.load.scalars import MEANING

# Every value and name takes two letters at least, with what parts it from the next: a text of this length
# holds neither too many of them nor one that is too long.
MOST_LETTERS = 40_000
_SEEN = bytes(range(0x20, 0x7F)) + b"\n"
# Each line once: its indent, dash, field's name, value, or item; a line of none of these has only an end.
_LINE = re.compile(rf"( *)(?:(- )?(?:({NAME}):(?: ([^ \n].*))?|([^ \n].*))|.*)\n")

# Names of fields that were found to be text, and distinct whatever their case: mappings repeat few of them.
_DISTINCT: set[tuple[str, ...]] = set()
_MOST_DISTINCT = 10_000

_BLOCKS = frozenset(("|", "|-", ">", ">-"))
# What a line of such a list must not have: it may be something else than a part of the list.
_UNSURE = frozenset("\"'#")
Stack = list[tuple[int, Any]]


def calm(text: str) -> dict[str, Any]:
    """The data of a plain text. Raises Irregular for any other."""
    if len(text) > MOST_LETTERS or "\\" in text or not text.endswith("\n") or not _visible(text):
        raise Irregular
    reader = _Reader(text)
    for names in set(map(tuple, reader.maps)) - _DISTINCT:
        distinct = len({name.lower() for name in names}) == len(names)
        if not distinct or any(MEANING[name] != name for name in names):
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
        self.rows: list[tuple[str, ...]] = _LINE.findall(text)
        self.root: dict[str, Any] = {}
        self.maps: list[dict[str, Any]] = [self.root]
        self.stack: Stack = [(0, self.root)]
        self._read()

    def _read(self) -> None:  # noqa: C901, PLR0912 - one loop is a third faster than its parts
        lines, stack, rows = self.lines, self.stack, self.rows
        # The mapping and name of a field whose value begins on the next line.
        waiting: tuple[dict[str, Any], str] | None = None
        number, end = 0, len(rows)
        while number < end:
            space, dash, name, value, item = rows[number]
            number += 1
            if not name and (not item or (item[0] == "#" and not dash)):
                if not item and lines[number - 1].strip(" "):
                    raise Irregular
                continue
            indent, (at, holder) = len(space), stack[-1]
            if waiting is not None:
                if item == "[" and not dash and indent > at:
                    waiting[0][waiting[1]], number = self._list_of_lines(number, at)
                    waiting = None
                    continue
                holder = self._begun(waiting, indent, dash)
                waiting = None
            elif at != indent or (holder.__class__ is list) != bool(dash):
                holder = _open_at(stack, indent, dash)
            if dash:
                if not name:
                    holder.append(self._value(item) if item[0] in INDICATORS else _plain(item))
                    continue
                indent += 2
                holder.append(self._deeper(indent, {}))
                holder = holder[-1]
            if not name or name in holder:
                raise Irregular
            if not value:
                waiting = holder, name
            elif value in _BLOCKS:
                holder[name], number = self._block(value, number, indent)
            elif value[0] in INDICATORS:
                holder[name] = self._value(value)
            else:
                holder[name] = _plain(value)
        if waiting is not None or not self.root:
            raise Irregular

    def _begun(self, waiting: tuple[dict[str, Any], str], indent: int, dash: str) -> Any:
        """What begins below a field that has nothing on its line."""
        at = self.stack[-1][0]
        if indent < at or (indent == at and not dash):
            raise Irregular
        holder, name = waiting
        holder[name] = self._deeper(indent, [] if dash else {})
        return holder[name]

    def _deeper(self, indent: int, made: Any) -> Any:
        """A container whose lines begin at that depth."""
        if len(self.stack) > MOST_DEPTH:
            raise Irregular
        if made.__class__ is dict:
            self.maps.append(made)
        self.stack.append((indent, made))
        return made

    def _list_of_lines(self, number: int, indent: int) -> tuple[Any, int]:
        """A list in brackets that stand on lines of their own, and the number of the line behind it."""
        parts: list[str] = []
        while number < len(self.lines):
            line = self.lines[number]
            number += 1
            part = line.strip(" ")
            if len(line) - len(line.lstrip(" ")) <= indent or not _UNSURE.isdisjoint(part):
                break
            if part == "]":
                return self._value(f"[{' '.join(parts).removesuffix(',')}]"), number
            if not part or (parts and parts[-1][-1] != ","):
                break
            parts.append(part)
        raise Irregular

    def _block(self, style: str, number: int, indent: int) -> tuple[str, int]:
        """The text below `|` or `>`, and the number of the line behind it."""
        lines = self.lines
        depth = len(lines[number]) - len(lines[number].lstrip(" "))
        if depth <= indent or depth == len(lines[number]):
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
        text = "\n".join(taken).rstrip("\n")
        if style[0] == ">":
            # Lines that stand further in, or apart, are not joined with the others.
            if "\n\n" in text or "\n " in text or text[0] == " ":
                raise Irregular
            text = text.replace("\n", " ")
        return text if style[-1] == "-" else f"{text}\n", number

    def _value(self, text: str) -> Any:
        """A value in brackets or quotes that ends with its line."""
        first = text[0]
        if first in "{[":
            return inside(text, self.maps)
        if first not in "\"'" or len(text) < 2 or text[-1] != first or text.count(first) != 2:
            raise Irregular
        return text[1:-1]


def _open_at(stack: Stack, indent: int, dash: str) -> Any:
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
    last = text[-1]
    if " " in text:
        if last in ": " or ": " in text or " #" in text:
            raise Irregular
        return text
    if last == ":":
        raise Irregular
    return meaning(text)
