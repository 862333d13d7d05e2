"""Folders to a Book: walks the roots, reads what changed, remembers the rest, and says every fault of form."""

import hashlib
import os
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from pathlib import PurePosixPath
from typing import TypeVar

from watchbill.load.cache import Cache, cache_folder
from watchbill.load.document import Outcome, read_again, read_document
from watchbill.load.fault import Fault
from watchbill.load.folder import Entry, Odd, is_content, unreadable
from watchbill.load.join import Record, join
from watchbill.load.loaded import Kept, Loaded
from watchbill.load.places import Places
from watchbill.load.roots import Root, open_roots
from watchbill.load.rows import Known, Memory, row_of
from watchbill.model.base import Document
from watchbill.model.book import EPOCH, Book
from watchbill.model.card import Card, Cards, Sealed, card_of, seal

T = TypeVar("T")

# What lies in a folder, by its name as it was given.
Listed = Mapping[str, Sequence[Entry | Odd]]
NOT_LISTED: Listed = {}


class Library:
    """The files of all roots, read once."""

    def __init__(
        self, roots: Sequence[Root], known: Memory, listed: Listed = NOT_LISTED, *, forget: bool
    ) -> None:
        self.roots = roots
        self.listed = listed
        self.known = known
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
        """Reads every file, or remembers it."""
        for root in self.roots:
            entries = self.listed.get(root.name)
            if entries is None:
                entries = tuple(root.source.files(root.config.content))
            for entry in sorted(entries, key=itemgetter(0)):
                name = root.prefix + entry.path
                if isinstance(entry, Odd):
                    self.records[name] = _unread(name, entry.fault)
                else:
                    self.files[name] = (root, entry.path)
                    self.records[name] = self._record(root, entry, name)

    def _record(self, root: Root, entry: Entry, name: str) -> Record:
        path, stamp, youngest = entry
        same = self.known.unchanged(name, stamp) if youngest < self.known.settled else None
        if same:
            self._remember(same[0], same[1].card)
            return same[1]
        kept = self.known.find(name)
        try:
            raw = root.source.read(path)
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
                raw = root.source.read(path)
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
        """A file's name again, and its bytes; None where it cannot be read any more."""
        root, path = self.files[name]
        try:
            return name, root.source.read(path)
        except OSError:
            return None


def _unread(name: str, fault: Fault) -> Record:
    """The record of what is there and was not read."""
    path = PurePosixPath(name)
    return Record("", f"?:{path.stem}" if is_content(path.name) else "", None, (fault,))


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
    return loaded(*library_of(open_roots(paths), cached=cached, listed=listed), now)


def library_of(
    roots: Sequence[Root], *, cached: bool, listed: Listed = NOT_LISTED
) -> tuple[Library, Cache]:
    """The files of these roots, read with the help of what the last run left in the cache."""
    where = "\n".join(f"{os.path.abspath(root.path)}|{root.prefix}|{root.config}" for root in roots)
    cache = Cache(cache_folder() if cached else None, where)
    library = Library(roots, Known(cache.read()), listed, forget=cache.off)
    library.read_all()
    return library, cache


def loaded(library: Library, cache: Cache, now: datetime) -> Loaded:
    """What a library that was read gives, judged as at an instant."""
    known = library.known
    joined = join(library.records, library.bytes_of)
    cards = Cards(joined.cards, library.states)
    book = Book(cards, _through(joined.names, library.fetch), broken=joined.broken, now=now)
    return Loaded(
        book,
        Places(_through(joined.names, library.bytes_of)),
        tuple(sorted(joined.findings)),
        joined.digests,
        tuple(library.roots),
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
