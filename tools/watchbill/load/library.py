"""Folders to a Book: walks the roots, reads what changed, remembers the rest, and says every fault of form."""

import hashlib
import os
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeVar

from watchbill.errors import CannotRun
from watchbill.finding import Finding
from watchbill.load.cache import Cache, cache_folder
from watchbill.load.config import Config, read_config
from watchbill.load.document import Outcome, read_again, read_document
from watchbill.load.fault import Fault
from watchbill.load.folder import (
    Entry,
    Odd,
    content_files,
    is_content,
    read_bytes,
    unreadable,
)
from watchbill.load.join import Record, join
from watchbill.load.places import Places
from watchbill.load.rows import Known, row_of
from watchbill.load.text import shown
from watchbill.model.base import Document
from watchbill.model.book import EPOCH, Book
from watchbill.model.card import Card, Cards, Sealed, card_of, seal

_RACY_NS = 2_000_000_000
T = TypeVar("T")

# What lies in a folder, by its name as it was given.
Listed = Mapping[str, Sequence[Entry | Odd]]
NOT_LISTED: Listed = {}


class Root(NamedTuple):
    """A folder whose content is part of the book, by the name that it was given."""

    name: str
    path: Path
    config: Config
    prefix: str


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


class _Library:
    """The files of all roots, read once."""

    def __init__(
        self, roots: Sequence[Root], known: Known, listed: Listed, *, forget: bool
    ) -> None:
        self.roots = roots
        self.listed = listed
        self.known = known
        # A file whose stamp is younger may have changed since without a new one.
        self.settled = known.written - _RACY_NS
        # Whether nothing is kept for the next run.
        self.forget = forget
        # What is written while we read has a later stamp than this.
        self.began = time.time_ns()
        # Whether a file was read in vain, because its stamp was too young to be trusted.
        self.again = False
        self.records: dict[str, Record] = {}
        # What is worth remembering: a line of text a file, and the text of its card.
        self.rows: list[str] = []
        self.cards: list[bytes | memoryview] = []
        # The states of cards that were sealed for that, by key.
        self.states: dict[str, str] = {}
        self.files: dict[str, tuple[Root, str]] = {}
        self.documents: dict[str, Document] = {}

    def read_all(self) -> None:
        for root in self.roots:
            entries = self.listed.get(root.name)
            if entries is None:
                entries = tuple(content_files(str(root.path), root.config.content))
            for entry in sorted(entries, key=itemgetter(0)):
                name = root.prefix + entry.path
                if isinstance(entry, Odd):
                    self.records[name] = _unread(name, entry.fault)
                else:
                    self.files[name] = (root, entry.path)
                    self.records[name] = self._record(root, entry, name)

    def _record(self, root: Root, entry: Entry, name: str) -> Record:
        path, stamp, youngest = entry
        same = self.known.unchanged(name, stamp) if youngest < self.settled else None
        if same:
            self._remember(same[0], same[1].card)
            return same[1]
        kept = self.known.find(name)
        try:
            raw = read_bytes(root.path, path)
        except OSError as error:
            return _unread(name, unreadable(error))
        digest = hashlib.sha256(raw).hexdigest()
        if kept and kept.digest == digest:
            self.again = True
            record = kept
        else:
            record = self._learnt(root, name, digest, read_document(raw, path))
        if not self.forget:
            sealed = self._sealed(record)
            row = row_of(name, stamp, record, sealed)
            if row is not None:
                self._remember(row, sealed)
        return record

    def _remember(self, row: str, card: Card | Sealed | None) -> None:
        self.rows.append(row)
        if isinstance(card, Sealed):
            self.cards.append(card.text)

    def _sealed(self, record: Record) -> Sealed | None:
        """A record's card to be remembered, if it has one."""
        if not isinstance(record.card, Card):
            return record.card
        sealed = seal(record.card)
        self.states.setdefault(record.key, sealed.state)
        return sealed

    def _learnt(self, root: Root, name: str, digest: str, outcome: Outcome) -> Record:
        card = None
        if outcome.document is not None:
            card = card_of(outcome.document, name, " ".join(root.config.repository_audience))
            self.documents[name] = outcome.document
        return Record(digest, outcome.key, card, outcome.faults)

    def fetch(self, name: str) -> Document | None:
        """The document of a file, read again where only its card was remembered."""
        if name not in self.documents:
            root, path = self.files[name]
            try:
                raw = read_bytes(root.path, path)
            except OSError:
                return None
            known = hashlib.sha256(raw).hexdigest() == self.records[name].digest
            document = read_again(raw, path) if known else None
            document = document or read_document(raw, path).document
            if document is None:
                return None
            self.documents[name] = document
        return self.documents[name]

    def bytes_of(self, name: str) -> tuple[str, bytes] | None:
        root, path = self.files[name]
        try:
            return name, read_bytes(root.path, path)
        except OSError:
            return None


def _unread(name: str, fault: Fault) -> Record:
    """The record of what is there and was not read."""
    path = PurePosixPath(name)
    return Record("", f"?:{path.stem}" if is_content(path.name) else "", None, (fault,))


def open_roots(paths: Sequence[str]) -> tuple[Root, ...]:
    """The roots with their settings. Raises CannotRun for a folder that is not there."""
    roots = []
    for number, name in enumerate(paths):
        path = Path(name)
        if not name or not path.is_dir():
            raise CannotRun(f"{shown(name, 200)} is not a folder")
        here = number == 0 and os.path.normpath(name) == "."
        prefix = "" if here else f"{os.path.normpath(name).rstrip('/')}/"
        roots.append(Root(name, path, read_config(path), prefix))
    return tuple(roots)


def load(
    paths: Sequence[str] = (".",),
    *,
    now: datetime = EPOCH,
    cached: bool = True,
    listed: Listed = NOT_LISTED,
) -> Loaded:
    """Reads every content file of these roots into one book. Never raises for what a file says.

    `listed` is what lies in them, where that was looked at a moment ago: a file that has changed since is read
    as it is, and read again by the next run.
    Raises CannotRun where a root is no folder or its settings cannot be read.
    """
    roots = open_roots(paths)
    where = "\n".join(f"{os.path.abspath(root.path)}|{root.prefix}|{root.config}" for root in roots)
    cache = Cache(cache_folder() if cached else None, where)
    known = Known(cache.read())
    library = _Library(roots, known, listed, forget=cache.off)
    library.read_all()
    joined = join(library.records, library.bytes_of)
    cards = Cards(joined.cards, library.states)
    book = Book(cards, _through(joined.names, library.fetch), broken=joined.broken, now=now)
    return Loaded(
        book,
        Places(_through(joined.names, library.bytes_of)),
        tuple(sorted(joined.findings)),
        joined.digests,
        roots,
        Kept(
            known.table,
            library.rows,
            library.cards,
            library.began,
            library.again or library.rows != known.rows,
        ),
        cache,
    )


def _through(names: dict[str, str], read: Callable[[str], T | None]) -> Callable[[str], T | None]:
    """Reads by a document's key what is read by its file's name."""
    return lambda key: read(names[key]) if key in names else None
