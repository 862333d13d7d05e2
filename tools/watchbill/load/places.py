"""Address to Place: looks into the source again, and only for what is asked."""

from collections.abc import Callable
from typing import NamedTuple

from watchbill.finding import Hit
from watchbill.load.document import locate
from watchbill.load.examine import Examined, examine
from watchbill.load.fault import Span
from watchbill.load.markdown import cut, split
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
    return _Opened(Source(file, text), where, 1 if parts else 0, text.split("\n"))


def _moved(span: Span, lines: int) -> Span:
    return Span(span.line + lines, span.column, span.end_line + lines, span.end_column)


def _narrow(opened: _Opened, span: Span, word: str) -> Span:
    """The first place of the word at or after the span's start and before its end; the span where there is none."""
    for number in range(span.line, min(span.end_line, len(opened.lines) - 1) + 1):
        line = opened.lines[number]
        start = span.column if number == span.line else 0
        end = span.end_column if number == span.end_line else len(line)
        column = line.find(word, start, end or len(line))
        if column >= 0:
            return Span(number, column, number, column + len(word))
    return span


def _body_span(opened: _Opened, hit: Hit) -> Span:
    """A spot in a runbook's Markdown: the heading of the part, or the word below it."""
    parts = split(opened.source.text)
    if parts is None:
        return Span(0, 0, 0, 1)
    body = cut(parts.body, parts.body_line)
    path = hit.at.path
    line = parts.body_line
    entries = body.get(str(path[1]), []) if len(path) > 2 else []
    if entries and isinstance(path[2], int) and path[2] < len(entries):
        line = entries[path[2]]["line"]
    if hit.word:
        return _narrow(opened, Span(line - 1, 0, len(opened.lines) - 1, 0), hit.word)
    row = min(line, len(opened.lines)) - 1
    return Span(row, 0, row, max(1, len(opened.lines[row])))
