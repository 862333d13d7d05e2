"""A file's text with the place of everything in it, whether or not it is a document yet."""

from functools import cached_property
from typing import Any

from watchbill.load.document import locate
from watchbill.load.fault import Span
from watchbill.load.markdown import split
from watchbill.load.reader import examine
from watchbill.load.spots import Examined, Path
from watchbill.load.text import decode
from watchbill.load.validate import kind_of
from watchbill.model.kinds import KINDS
from watchbill.model.shape import Fields, shape_of


class Sheet:
    """The text of one file. Lines and columns count from 0, in characters."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.lines = text.split("\n")
        parts = split(text) if name.lower().endswith(".md") else None
        # The YAML of the file, the line on which it begins, and the one on which Markdown begins.
        self.front = parts.front if parts else text
        self.offset = 1 if parts else 0
        self.body_line = parts.body_line - 1 if parts else len(self.lines)

    @cached_property
    def where(self) -> Examined:
        """The data as far as it can be read, with its spots (lines count from the start of the YAML)."""
        return examine(self.front)

    @property
    def kind(self) -> str:
        """The kind that the text claims; "" for none that there is."""
        kind = kind_of(self.where.data)
        return kind if kind in KINDS else ""

    @property
    def shape(self) -> Fields | None:
        """The shape of its kind."""
        return shape_of(KINDS[self.kind]) if self.kind else None

    @property
    def id(self) -> str:
        """The id that the text claims, or ""."""
        id = self.where.data.get("id") if isinstance(self.where.data, dict) else None
        return id if isinstance(id, str) else ""

    @property
    def key(self) -> str:
        """`kind:id` as the text claims it, or ""."""
        return f"{self.kind}:{self.id}" if self.kind and self.id else ""

    def at(self, path: Path) -> Any:
        """What the text says at a path; None where it says nothing there."""
        return below(self.where.data, path)

    def find(self, path: Path) -> Span:
        """Where a path stands, or the nearest thing above it."""
        return moved(locate(self.where, path), self.offset)

    def value(self, path: Path) -> Span | None:
        """Where a value stands in the file."""
        spot = self.where.spots.get(path)
        return moved(spot.value, self.offset) if spot else None

    def name_of(self, path: Path) -> Span | None:
        """Where the name of a field stands in the file."""
        spot = self.where.spots.get(path)
        return moved(spot.key, self.offset) if spot and spot.key else None


def sheet_of(name: str, raw: bytes) -> Sheet:
    """The sheet of a file's bytes; an empty one where they are no text."""
    return Sheet(name, decode(raw, tabs=True)[0])


def moved(span: Span, lines: int) -> Span:
    """The span so many lines further down."""
    return Span(span.line + lines, span.column, span.end_line + lines, span.end_column)


def holds(span: Span, line: int, column: int) -> bool:
    """Whether a spot lies in a span; the place behind its last character counts, as a cursor stands there."""
    return (span.line, span.column) <= (line, column) <= (span.end_line, span.end_column)


def below(data: Any, path: Path) -> Any:
    """What stands at a path of data; None where nothing does."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data
