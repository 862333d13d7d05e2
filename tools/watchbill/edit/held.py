"""A YAML document as its file holds it, and the file with other data in it."""

from pathlib import Path
from typing import Any, NamedTuple

from watchbill.edit.fixes import path_of
from watchbill.edit.revise import Unwritable, revised
from watchbill.errors import CannotRun
from watchbill.load.document import read_document
from watchbill.load.examine import examine
from watchbill.load.folder import read_bytes
from watchbill.load.loaded import Loaded
from watchbill.load.text import decode
from watchbill.model.kinds import KINDS
from watchbill.model.shape import shape_of


class Held(NamedTuple):
    """A document's file: its name in the book, where it lies, its text with `\\n` at line ends, and its own ends."""

    file: str
    path: Path
    text: str
    ends: str

    @property
    def data(self) -> Any:
        """What it says, as plain data."""
        return examine(self.text).data


class Rewritten(NamedTuple):
    """A file to be written: what it is, its text as it was and as it is to be (`\\n` at line ends)."""

    held: Held
    text: str

    @property
    def raw(self) -> bytes:
        """The bytes to be written, with the file's own line ends."""
        return self.text.replace("\n", self.held.ends).encode("utf-8")


class Refused(Exception):
    """The document would not be one any more: why, in words, and at which path of its data."""

    def __init__(self, why: str, path: tuple[str | int, ...] = ()) -> None:
        super().__init__(why)
        self.path = path


def held(loaded: Loaded, key: str) -> Held:
    """The file of a document that the book has. Raises CannotRun where it cannot be read."""
    file = loaded.book.cards[key].file
    path = path_of(loaded, file)
    try:
        raw = read_bytes(path.parent, path.name)
    except OSError as error:
        raise CannotRun(f"{file} cannot be read: {error.strerror or error}") from None
    text, _ = decode(raw)
    return Held(file, path, text, "\r\n" if b"\r\n" in raw else "\n")


def rewritten(was: Held, data: dict[str, Any]) -> Rewritten | None:
    """The file with these data; None where it says them already. Raises Refused, and nothing is written."""
    old = was.data
    if old == data:
        return None
    try:
        text = revised(was.text, data, shape_of(KINDS[old["kind"]]))
    except Unwritable as error:
        raise Refused(f"{was.file} has to be changed by hand: {error}") from None
    made = Rewritten(was, text)
    outcome = read_document(made.raw, was.file)
    if outcome.document is None:
        fault = outcome.faults[0]
        where = examine(text)
        span = fault.span
        path = next((one for one, spot in where.spots.items() if spot.value == span), ())
        raise Refused(f"{fault.message}{f' ({fault.mend})' if fault.mend else ''}", path)
    return made
