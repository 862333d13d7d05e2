"""The book as it lies on the author's desk: what is open in the editor stands in for the files."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from watchbill.editor.sheet import Sheet, sheet_of
from watchbill.finding import Finding
from watchbill.load.document import read_document
from watchbill.load.fault import Fault
from watchbill.load.folder import Entry, Odd, content_files, is_content, read_bytes, unreadable
from watchbill.load.join import Joined, Record, join
from watchbill.load.places import Places
from watchbill.load.roots import Root
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.card import Cards, card_of, seal


class Held(NamedTuple):
    """A file as it was last read: its mark, bytes, record, document and the state of its card.

    The mark changes with the bytes: a file's stamp, or the hash of a buffer.
    """

    path: Path
    mark: str
    raw: bytes
    record: Record
    document: Document | None
    state: str


class View:
    """The book at one moment. Files are named as findings name them; paths are absolute.

    `sheets` are texts that were looked at before, by the name and the mark of their file.
    """

    def __init__(
        self,
        held: dict[str, Held],
        joined: Joined,
        now: datetime,
        sheets: dict[tuple[str, str], Sheet],
    ) -> None:
        self.held = held
        self.findings: tuple[Finding, ...] = joined.findings
        self.digests = joined.digests
        # The file of each document by key, also of those that cannot be read.
        self.files = {one.record.key: name for name, one in reversed(held.items())} | joined.names
        self.book = Book(
            Cards(joined.cards, {key: held[name].state for key, name in joined.names.items()}),
            lambda key: held[joined.names[key]].document if key in joined.names else None,
            broken=joined.broken,
            now=now,
        )
        self.places = Places(lambda key: self._raw(joined.names.get(key, "")))
        self._sheets = sheets
        self._names = {str(one.path): name for name, one in held.items()}

    def _raw(self, name: str) -> tuple[str, bytes] | None:
        return (name, self.held[name].raw) if name in self.held else None

    def name(self, path: Path) -> str:
        """The name of the file at a path, "" where it is not of the book."""
        return self._names.get(str(whole(path)), "")

    def sheet(self, name: str) -> Sheet | None:
        """The text of a file, by its name."""
        one = self.held.get(name)
        if one is None:
            return None
        known = (name, one.mark)
        if known not in self._sheets:
            self._sheets[known] = sheet_of(name, one.raw)
        return self._sheets[known]

    def sheets(self, word: str = "") -> Iterator[Sheet]:
        """The text of every file that has this word in it, in the order of their names."""
        for name, one in self.held.items():
            if word.encode() in one.raw:
                sheet = self.sheet(name)
                if sheet is not None:
                    yield sheet


class Desk:
    """Reads the roots again and again, each time only what has changed. Buffers go before files."""

    def __init__(self, roots: Sequence[Root], now: Callable[[], datetime]) -> None:
        self.roots = tuple(roots)
        self._now = now
        self._buffers: dict[str, bytes] = {}
        self._held: dict[str, Held] = {}
        self._sheets: dict[tuple[str, str], Sheet] = {}

    def put(self, path: Path, text: str) -> None:
        """From now on this text stands for the file at that path."""
        self._buffers[str(whole(path))] = text.encode("utf-8", "surrogatepass")

    def drop(self, path: Path) -> None:
        """From now on the file at that path stands for itself."""
        self._buffers.pop(str(whole(path)), None)

    def look(self) -> View:
        """The book as it is now. Never raises for what a file or a buffer says."""
        held: dict[str, Held] = {}
        for root in self.roots:
            for entry in sorted(self._entries(root), key=itemgetter(0)):
                name = root.prefix + entry.path
                held[name] = self._read(root, name, entry)
        self._held = held
        there = {(name, one.mark) for name, one in held.items()}
        self._sheets = {known: sheet for known, sheet in self._sheets.items() if known in there}
        records = {name: one.record for name, one in held.items()}
        joined = join(records, lambda name: (name, held[name].raw))
        return View(held, joined, self._now(), self._sheets)

    def _entries(self, root: Root) -> Iterator[Entry | Odd]:
        """What lies in a root, and what is open in the editor and belongs there."""
        folder = whole(root.path)
        found: dict[str, Entry | Odd] = {
            entry.path: entry for entry in content_files(str(root.path), root.config.content)
        }
        for path in self._buffers:
            inside = _inside(folder, Path(path))
            # What is there and was not found is left out for a reason.
            fresh = inside and inside not in found and not os.path.lexists(path)
            if fresh and _belongs(inside, root.config.content):
                found[inside] = Entry(inside, "", 0)
        yield from found.values()

    def _read(self, root: Root, name: str, entry: Entry | Odd) -> Held:
        path = whole(root.path / entry.path)
        if isinstance(entry, Odd):
            return _unread(path, entry.path, entry.fault)
        raw = self._buffers.get(str(path))
        mark = entry.stamp if raw is None else f"open {hashlib.sha256(raw).hexdigest()}"
        known = self._held.get(name)
        if known is not None and known.mark == mark:
            return known
        try:
            raw = read_bytes(root.path, entry.path) if raw is None else raw
        except OSError as error:
            return _unread(path, entry.path, unreadable(error))
        outcome = read_document(raw, entry.path)
        card, state = None, ""
        if outcome.document is not None:
            readers = " ".join(root.config.repository_audience)
            card = card_of(outcome.document, name, readers)
            state = seal(card).state
        record = Record(hashlib.sha256(raw).hexdigest(), outcome.key, card, outcome.faults)
        return Held(path, mark, raw, record, outcome.document, state)


def whole(path: Path) -> Path:
    """A path in full, its folder without links; the file itself is never followed."""
    return Path(os.path.realpath(path.parent)) / path.name if path.name else path.resolve()


def _inside(folder: Path, path: Path) -> str:
    """The path below a folder with `/`, "" where it is not in it."""
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""


def _belongs(inside: str, folders: tuple[str, ...]) -> bool:
    """Whether a file that is not there yet would be content, once it is saved."""
    parts = inside.split("/")
    fits = not folders or any(inside.startswith(f"{folder.rstrip('/')}/") for folder in folders)
    return fits and is_content(parts[-1]) and not any(part.startswith(".") for part in parts)


def _unread(path: Path, inside: str, fault: Fault) -> Held:
    """What is there and was not read."""
    key = f"?:{path.stem}" if is_content(Path(inside).name) else ""
    return Held(path, "", b"", Record("", key, None, (fault,)), None, "")
