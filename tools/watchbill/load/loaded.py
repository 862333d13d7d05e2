"""What loading gives: a book, the places of everything in it, and what is to be remembered."""

from typing import Any, NamedTuple

from watchbill.finding import Finding
from watchbill.load.cache import Cache
from watchbill.load.config import Config
from watchbill.load.places import Places
from watchbill.load.roots import Root
from watchbill.model.book import Book


class Kept(NamedTuple):
    """What the last run left (`table`), and what is to be left of this one: rows, cards, begin, any change."""

    table: dict[str, Any]
    rows: list[str]
    cards: list[bytes | memoryview]
    began: int
    changed: bool

    def with_rows(self, **more: Any) -> dict[str, Any]:
        """The table for the next run: the rows of this one, and what else was learnt."""
        own = {"rows": self.rows, "cards": self.cards, "written": self.began}
        return {**self.table, **more, **own}


class Loaded(NamedTuple):
    """A book with the places of everything in it and the faults of form of all its files."""

    book: Book
    places: Places
    findings: tuple[Finding, ...]
    digests: dict[str, str]
    roots: tuple[Root, ...]
    kept: Kept
    cache: Cache

    @property
    def config(self) -> Config:
        """The settings of the first root."""
        return self.roots[0].config
