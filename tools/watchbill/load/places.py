"""Address to Place: looks into the source again, and only for what is asked."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import Any, NamedTuple

from watchbill.finding import Hit
from watchbill.load.document import locate
from watchbill.load.fault import Span
from watchbill.load.markdown import cut, split
from watchbill.load.reader import examine
from watchbill.load.spots import Examined
from watchbill.load.text import decode
from watchbill.where import Address, Place


class Source(NamedTuple):
    """A document's text as it was read, and its name for a reader."""

    file: str
    text: str


class _Opened(NamedTuple):
    source: Source
    where: Examined
    offset: int
    lines: list[str]
    # Where each line begins, counted from the start of the text.
    begins: list[int]
    body: dict[str, Any]
    # The lines, from 0, at which the Markdown and each part of it begin, and the one behind the last.
    parts: list[int]


class Places:
    """Finds where in its file an address stands. `read` gives a document's file name and bytes by key."""

    def __init__(self, read: Callable[[str], tuple[str, bytes] | None]) -> None:
        self._read = read
        self._opened: dict[str, _Opened | None] = {}

    def place(self, hit: Hit) -> Place:
        """The place of a hit, narrowed to its word where it has one."""
        opened = self._open(hit.at.document)
        if opened is None:
            return Place(hit.at.document)
        if hit.at.path[:1] == ("body",) and opened.offset:
            span = _body_span(opened, hit)
        else:
            span = _moved(locate(opened.where, hit.at.path, hit.key), opened.offset)
            if hit.word:
                whole = opened.where.spots.get(hit.at.path)
                span = _narrow(
                    opened, _moved(whole.value, opened.offset) if whole else span, hit.word
                )
        return Place(
            opened.source.file,
            span.line + 1,
            span.column + 1,
            span.end_line + 1,
            span.end_column + 1,
        )

    def line(self, key: str, number: int) -> str:
        """A line of a document's file, from 1; "" where there is none."""
        opened = self._open(key)
        return opened.lines[number - 1] if opened and 0 < number <= len(opened.lines) else ""

    def at(self, address: Address) -> Place:
        """The place of an address."""
        return self.place(Hit(address, ""))

    def _open(self, key: str) -> _Opened | None:
        if key not in self._opened:
            found = self._read(key)
            self._opened[key] = _opened(*found) if found else None
        return self._opened[key]


def _opened(file: str, raw: bytes) -> _Opened:
    text, _ = decode(raw, tabs=True)
    parts = split(text) if file.endswith(".md") else None
    where = examine(parts.front if parts else text)
    lines = text.split("\n")
    begins = list(accumulate((len(line) + 1 for line in lines), initial=0))
    body = cut(parts.body, parts.body_line) if parts else {}
    named = [one["line"] - 1 for name in ("sections", "steps") for one in body.get(name, ())]
    starts = sorted([parts.body_line - 1 if parts else 0, *named, len(lines)])
    return _Opened(Source(file, text), where, 1 if parts else 0, lines, begins, body, starts)


def _moved(span: Span, lines: int) -> Span:
    return Span(span.line + lines, span.column, span.end_line + lines, span.end_column)


def _narrow(opened: _Opened, span: Span, word: str) -> Span:
    """The first place of the word within the span; the span where there is none."""
    start = opened.begins[span.line] + span.column
    end = opened.begins[min(span.end_line, len(opened.lines))] + span.end_column
    found = opened.source.text.find(word, start, end)
    if found < 0:
        return span
    return Span(*_row(opened, found), *_row(opened, found + len(word)))


def _row(opened: _Opened, position: int) -> tuple[int, int]:
    line = bisect_right(opened.begins, position) - 1
    return line, position - opened.begins[line]


def _body_span(opened: _Opened, hit: Hit) -> Span:
    """A spot in a runbook's Markdown: the heading of the part, or the word in it."""
    path = hit.at.path
    line = opened.parts[0]
    entries = opened.body.get(str(path[1]), []) if len(path) > 2 else []
    if entries and isinstance(path[2], int) and path[2] < len(entries):
        line = entries[path[2]]["line"] - 1
    row = min(line, len(opened.lines) - 1)
    whole = Span(row, 0, row, max(1, len(opened.lines[row])))
    if not hit.word:
        return whole
    behind = opened.parts[bisect_right(opened.parts, row)] if row < opened.parts[-1] else row
    found = _narrow(opened, Span(row, 0, behind, 0), hit.word)
    return whole if found.end_column == 0 else found
