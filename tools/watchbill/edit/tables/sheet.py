"""A sheet as CSV (RFC 4180): written so that no spreadsheet runs a cell, read as spreadsheets save it.

What a spreadsheet would take for a formula gets an apostrophe in front, and loses it when it is read.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from watchbill.edit.tables.row import Line, Told
from watchbill.errors import CannotRun
from watchbill.load.validate import near

MOST_BYTES = 16 << 20
_RUNS = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_HIDDEN = re.compile("'+[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_SEPARATORS = (",", ";", "\t", "|")
_NOTE = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def inert(cell: str) -> str:
    """A cell that a spreadsheet shows and does not run."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def meant(cell: str) -> str:
    """What was made inert, as it was."""
    return cell[1:] if _HIDDEN.match(cell) else cell


def written(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """The sheet, its lines ended as RFC 4180 ends them."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([inert(row.get(name, "")) for name in columns])
    return out.getvalue()


def read(raw: bytes, columns: Sequence[str]) -> tuple[list[Line], list[Told]]:
    """The lines below the head, and what is wrong with the sheet itself. Raises CannotRun for what is none."""
    text = _text(raw)
    note = _NOTE.match(text)
    separator = note[1] if note else _separator(text, columns)
    body = text[note.end() :] if note else text
    try:
        rows = list(csv.reader(io.StringIO(body, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise CannotRun(f"the sheet is no CSV: {error}; save it as CSV (UTF-8) again") from None
    if not rows:
        raise CannotRun(f"the sheet is empty; its first row names {', '.join(columns)}")
    head = [cell.strip().lower() for cell in rows[0]]
    told = list(_head(head, columns))
    lines = []
    for number, row in enumerate(rows[1:], 2):
        cells = [meant(cell.strip()) for cell in row]
        if not any(cells):
            continue
        if any(cells[len(head) :]):
            told.append(Told(number, "", f"{len(cells)} cells, but the head names {len(head)}"))
        found = {name: cells[at] if at < len(cells) else "" for at, name in enumerate(head)}
        lines.append(Line(number, found))
    return ([] if told else lines), told


def _text(raw: bytes) -> str:
    if len(raw) > MOST_BYTES:
        raise CannotRun(
            f"the sheet has more than {MOST_BYTES:,} bytes, which is the most that is read"
        )
    try:
        text = raw.decode("utf-16" if raw.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise CannotRun("the sheet is not UTF-8; save it as `CSV UTF-8`") from None
    if "\0" in text:
        raise CannotRun("the sheet holds a NUL character; it is no CSV")
    return text


def _separator(text: str, columns: Sequence[str]) -> str:
    """The one of the usual separators that parts the head into most names of columns."""
    head = text.partition("\n")[0].lower()
    known = set(columns)

    def named(separator: str) -> int:
        return len(known & {cell.strip(' "\r') for cell in head.split(separator)})

    return max(_SEPARATORS, key=named)


def _head(head: Sequence[str], columns: Sequence[str]) -> Iterable[Told]:
    for name in dict.fromkeys(head):
        if name and name not in columns:
            hint = near(name, columns) or f"the columns are {', '.join(columns)}"
            yield Told(1, name, f"there is no column of that name; {hint}")
        elif name and head.count(name) > 1:
            yield Told(1, name, "the column stands there twice")
    for name in columns:
        if name not in head:
            yield Told(1, name, "the column is missing; empty cells say that there is nothing")
