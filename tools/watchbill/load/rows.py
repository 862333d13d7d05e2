"""What is remembered of one file, as a line of text: its name and stamp, and what was learnt of its bytes."""

import json
from typing import Any, Protocol

from watchbill.load.fault import Fault, Span
from watchbill.load.join import Record
from watchbill.model.card import Sealed

_PARTS = 7
_RACY_NS = 2_000_000_000
_NOTHING = Sealed("", False, b"")
# A row, its parts, and where the text of its card begins.
Placed = tuple[str, list[str], int]


def _faults(text: str) -> tuple[Fault, ...]:
    rows = json.loads(text)
    return tuple(Fault(rule, Span(*span), message, mend) for rule, span, message, mend in rows)


def row_of(name: str, stamp: str, record: Record, sealed: Sealed | None) -> str | None:
    """The line of a file, which tells how long the text of its card is; None where its name would break it."""
    if "\t" in name or "\n" in name:
        return None
    state, silences, text = sealed or _NOTHING
    faults = json.dumps(record.faults, separators=(",", ":")) if record.faults else ""
    word = f"{state} silences" if silences else state
    return "\t".join((name, stamp, record.digest, record.key, faults, word, str(len(text))))


class Memory(Protocol):
    """What is known of files before they are read. A stamp that is not older than `settled` is not trusted."""

    settled: int
    rows: list[str]
    table: dict[str, Any]

    def unchanged(self, name: str, stamp: str) -> tuple[str, Record] | None:
        """The row and the record of a file that has this stamp still."""

    def find(self, name: str) -> Record | None:
        """What is known of a file, whatever its stamp."""


class Known:
    """The table that the last run left, and its rows by file name; empty where it has another shape."""

    def __init__(self, table: dict[str, Any]) -> None:
        rows, written = table.get("rows", []), table.get("written")
        self._texts = memoryview(table.get("cards", b""))
        self._places = _placed(rows, len(self._texts)) if isinstance(written, int) else None
        self.table: dict[str, Any] = {} if self._places is None else table
        self.rows: list[str] = self.table.get("rows", [])
        # A file whose stamp is younger may have changed since without a new one.
        self.settled: int = self.table.get("written", 0) - _RACY_NS

    def unchanged(self, name: str, stamp: str) -> tuple[str, Record] | None:
        """The row and the record of a file that has this stamp still."""
        found = self._places.get(name) if self._places else None
        if found is None or found[1][1] != stamp:
            return None
        row, parts, begin = found
        return row, self._record(begin, *parts[2:])

    def find(self, name: str) -> Record | None:
        """What is known of a file, whatever its stamp."""
        found = self._places.get(name) if self._places else None
        return self._record(found[2], *found[1][2:]) if found else None

    def _record(
        self, begin: int, digest: str, key: str, faults: str, word: str, length: str
    ) -> Record:
        """What was learnt of a file; the card stays sealed until somebody asks for it."""
        state, _, silences = word.partition(" ")
        text = self._texts[begin : begin + int(length)]
        sealed = Sealed(state, bool(silences), text) if state else None
        return Record(digest, key, sealed, _faults(faults) if faults else ())


def _placed(rows: Any, size: int) -> dict[str, Placed] | None:
    """The rows by file name; None where they do not fit the texts."""
    found, begin = dict[str, Placed](), 0
    for row in rows if isinstance(rows, list) else ():
        parts = row.split("\t")
        if len(parts) != _PARTS:
            return None
        found[parts[0]] = (row, parts, begin)
        begin += int(parts[-1]) if parts[-1].isdecimal() else size + 1
    return found if begin == size and isinstance(rows, list) else None
