"""What is remembered of one file, as a line of text: its name and stamp, and what was learnt of its bytes."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from watchbill.load.fault import Fault, Span
from watchbill.load.join import Record

_PARTS = 6


class Row(NamedTuple):
    """A line taken apart. `card` is the card's text; both it and `faults` are "" where there is none."""

    name: str
    stamp: str
    digest: str
    key: str
    faults: str
    card: str
    row: str

    def record(self) -> Record:
        """What was learnt of the file; the card stays a text until somebody asks for it."""
        faults = json.loads(self.faults) if self.faults else ()
        return Record(
            self.digest,
            self.key,
            self.card or None,
            tuple(Fault(rule, Span(*span), message, mend) for rule, span, message, mend in faults),
        )


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

    def find(self, name: str) -> Row | None:
        """What is known of a file."""
        row = self._by_name.get(name)
        parts = row.split("\t") if row else []
        return Row._make((*parts, row)) if row and len(parts) == _PARTS else None
