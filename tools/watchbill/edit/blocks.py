"""The block mappings and lists of a YAML text as a tree of line ranges, each with its comments."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from watchbill.load.spots import Examined

Path = tuple[str | int, ...]
_FOLDED = ("|", ">")


class Entry(NamedTuple):
    """A field or an item: its name, the line of its key or dash, and the range of lines that is its own.

    The range begins with the comments and blank lines above it, and ends where the next one begins.
    """

    name: str | int
    line: int
    start: int
    end: int
    inner: "Block | None"


class Block(NamedTuple):
    """A mapping or list in block style: its data, column and entries. `inline`: it begins behind a dash."""

    data: Any
    column: int
    inline: bool
    entries: tuple[Entry, ...]


class Source(NamedTuple):
    """A text as lines, what stands where in it, and the lines that are part of a value as they are."""

    lines: list[str]
    where: Examined
    kept: frozenset[int]

    def blank(self, line: int) -> bool:
        """Whether a line is empty, and not because a value says so."""
        return line not in self.kept and not self.lines[line].strip()

    def comment(self, line: int) -> bool:
        """Whether a line is a comment, and no part of a value."""
        return line not in self.kept and self.lines[line].lstrip().startswith("#")


def source(text: str, where: Examined) -> Source:
    """The text taken apart."""
    lines = text.split("\n")
    kept: set[int] = set()
    for path, value in values(where.data):
        if not isinstance(value, dict | list):
            kept.update(_kept(lines, where, path))
    return Source(lines, where, frozenset(kept))


def values(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value of the data with its path."""
    yield path, data
    for name, value in _children(data):
        yield from values(value, (*path, name))


def _children(data: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(data, dict):
        yield from data.items()
    elif isinstance(data, list):
        yield from enumerate(data)


def _kept(lines: list[str], where: Examined, path: Path) -> range:
    """The lines of a scalar on which spaces at the end, or blank lines, may be part of it."""
    spot = where.spots[path]
    span = spot.value
    if spot.style not in _FOLDED:
        return range(span.line, span.end_line)
    end = span.end_line + (span.end_column > 0)
    head = lines[span.line][span.column :].partition("#")[0]
    if "+" in head:
        return range(span.line + 1, end)
    first = next((line for line in lines[span.line + 1 : end] if line.strip()), "")
    depth = 0 if any(map(str.isdigit, head)) else len(first) - len(first.lstrip(" "))
    while end > span.line + 1 and not lines[end - 1].strip() and len(lines[end - 1]) <= depth:
        end -= 1
    return range(span.line + 1, end)


def blocks(text: Source) -> Block | None:
    """The tree of a text; None where its root is no block."""
    if not _is_block(text, ()):
        return None
    return _block(text, (), text.where.data, 0, len(text.lines))


def _is_block(text: Source, path: Path) -> bool:
    spot = text.where.spots[path]
    begins = text.lines[spot.value.line][spot.value.column : spot.value.column + 1]
    return begins not in ("[", "{")


def _block(
    text: Source, path: Path, data: Any, start: int, end: int, inline: bool = False
) -> Block:
    column = text.where.spots[path].value.column
    names = [name for name, _ in _children(data)]
    marks: list[int] = []
    for name in names:
        marks.append(_mark(text, (*path, name), column, marks[-1] + 1 if marks else start))
    starts = [
        start,
        *(_lead(text, mark, column, last + 1) for last, mark in pairwise(marks)),
    ]
    ends = [*starts[1:], _lead(text, end, column, marks[-1] + 1)]
    entries = []
    for name, mark, first, last in zip(names, marks, starts, ends, strict=True):
        inner = _inner(text, (*path, name), data[name], mark, last)
        entries.append(Entry(name, mark, first, last, inner))
    return Block(data, column, inline, tuple(entries))


def _inner(text: Source, path: Path, value: Any, mark: int, end: int) -> Block | None:
    if not isinstance(value, dict | list) or not value or not _is_block(text, path):
        return None
    inline = text.where.spots[path].value.line == mark
    return _block(text, path, value, mark if inline else mark + 1, end, inline)


def _mark(text: Source, path: Path, column: int, least: int) -> int:
    """The line of an entry's key or dash."""
    spot = text.where.spots[path]
    if spot.key is not None:
        return spot.key.line
    line = spot.value.line
    while line > least and text.lines[line][column : column + 1] != "-":
        line -= 1
    return line


def _lead(text: Source, mark: int, column: int, least: int) -> int:
    """Where the comments and blank lines above an entry begin; a comment further in belongs to what is above."""
    line = mark
    while line > least:
        above = text.lines[line - 1]
        outer = text.comment(line - 1) and len(above) - len(above.lstrip()) <= column
        if not outer and not text.blank(line - 1):
            break
        line -= 1
    return line
