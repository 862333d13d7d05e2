"""A finding with the text of its file: what a fix works on."""

from typing import NamedTuple

from watchbill.finding import Finding
from watchbill.load.fault import Span
from watchbill.load.markdown import split
from watchbill.model.book import Book


class Case(NamedTuple):
    """A finding with the text of its file."""

    finding: Finding
    text: str
    book: Book

    @property
    def span(self) -> Span:
        """The finding's place in the text."""
        place = self.finding.place
        return Span(place.line - 1, place.column - 1, place.end_line - 1, place.end_column - 1)

    @property
    def front(self) -> tuple[str, int]:
        """The YAML of the file, and on which line it begins."""
        parts = split(self.text) if self.finding.place.file.endswith(".md") else None
        return (parts.front, 1) if parts else (self.text, 0)
