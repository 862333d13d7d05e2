"""What is remembered of one file, as a line of text: its name and stamp, and what was learnt of its bytes."""

import json
from collections.abc import Iterator
from typing import Any

from watchbill.load.fault import Fault, Span
from watchbill.load.join import Record

_PARTS = 6


def _record(digest: str, key: str, faults: str, card: str) -> Record:
    """What was learnt of a file; the card stays a text until somebody asks for it."""
    return Record(digest, key, card or None, _faults(faults) if faults else ())


def _faults(text: str) -> tuple[Fault, ...]:
    rows = json.loads(text)
    return tuple(Fault(rule, Span(*span), message, mend) for rule, span, message, mend in rows)


def row_of(name: str, stamp: str, record: Record, card: str) -> Iterator[str]:
    """The line of a file, with its card's text; none where its name would break it."""
    faults = json.dumps(record.faults, separators=(",", ":")) if record.faults else ""
    if "\t" not in name and "\n" not in name:
        yield f"{name}\t{stamp}\t{record.digest}\t{record.key}\t{faults}\t{card}"


class Known:
    """The table that the last run left, and its rows by file name; empty where it has another shape."""

    def __init__(self, table: dict[str, Any]) -> None:
        rows, written = table.get("rows", []), table.get("written")
        sound = isinstance(rows, list) and isinstance(written, int)
        self.table: dict[str, Any] = table if sound else {}
        self.rows: list[str] = self.table.get("rows", [])
        self.written: int = self.table.get("written", 0)
        self._by_name = {row.partition("\t")[0]: row for row in self.rows}

    def unchanged(self, name: str, stamp: str) -> tuple[str, Record] | None:
        """The row and the record of a file that has this stamp still."""
        row = self._by_name.get(name, "")
        parts = row.split("\t")
        if len(parts) != _PARTS or parts[1] != stamp:
            return None
        return row, _record(*parts[2:])

    def find(self, name: str) -> Record | None:
        """What is known of a file, whatever its stamp."""
        parts = self._by_name.get(name, "").split("\t")
        return _record(*parts[2:]) if len(parts) == _PARTS else None
