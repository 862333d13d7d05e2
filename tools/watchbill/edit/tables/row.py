"""A line of a sheet, what is told of it, and what a table is."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from watchbill.load.text import shown
from watchbill.load.validate import near
from watchbill.model.book import Book

_PART = re.compile(r"[\s,;|]+")
_DECIMAL = re.compile(r"([0-9]{1,5})[.,]([0-9]{1,3})([hm])")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.((?:19|20|21)[0-9]{2})")


class Told(NamedTuple):
    """What is wrong with a cell: the row of the sheet (the head is row 1), its column, and what was expected."""

    row: int
    column: str
    message: str


class Line(NamedTuple):
    """One row of a sheet below the head, its cells by column."""

    row: int
    cells: Mapping[str, str]

    def at(self, column: str) -> str:
        """A cell, "" where the row has none."""
        return self.cells.get(column, "")

    def lacks(self, *columns: str) -> "list[Told]":
        """What is told of those of these cells that are empty."""
        return [
            Told(self.row, column, "the cell is empty") for column in columns if not self.at(column)
        ]


class Names:
    """The names that a book knows, by what they name; asks nothing of a book that has none of them."""

    def __init__(self, book: Book) -> None:
        self._known: dict[str, Iterable[str]] = {
            "playbook": book.ids("playbook"),
            "harm": book.ids("harm"),
            "calendar": book.ids("calendar"),
            "severity": book.severities(),
            "region": book.regions(),
            "role": book.roles(),
        }

    def known(self, what: str, name: str) -> bool:
        """Whether the book has that name."""
        return name in self._known[what]

    def hint(self, what: str, name: str) -> str:
        """The name that was probably meant, or all that there are."""
        every = sorted(self._known[what])
        few = ", ".join(every[:12]) + (" ..." if len(every) > 12 else "")
        return near(name, every) or f"there are: {few}"


class Table(NamedTuple):
    """Documents of a kind as a sheet.

    `rows` gives the cells of one document. `data` gives the document's data as the lines say them; what a line
    says wrongly it tells, and then what it gives is of no use.
    """

    kind: str
    columns: tuple[str, ...]
    rows: Callable[[dict[str, Any]], list[dict[str, str]]]
    data: Callable[[dict[str, Any], Sequence[Line], Names, list[Told]], dict[str, Any]]


def several(cell: str) -> list[str]:
    """The names in a cell, however they are parted."""
    return [part for part in _PART.split(cell) if part]


def joined(value: Any) -> str:
    """A name or a list of them as a cell."""
    return " ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def length(cell: str) -> str:
    """A length of time as the language writes it: `1,5 h` is `1h30m`."""
    plain = cell.replace(" ", "").replace("\u00a0", "").lower()
    found = _DECIMAL.fullmatch(plain)
    if not found:
        return plain
    parts = (int(found[1]) * 1000 + int(found[2].ljust(3, "0"))) * 60
    if parts % 1000:
        return plain
    whole, rest = divmod(parts // 1000, 60)
    units = ("h", "m") if found[3] == "h" else ("m", "s")
    return "".join(f"{part}{unit}" for part, unit in zip((whole, rest), units, strict=True) if part)


def day(cell: str) -> str:
    """A date as the language writes it: `30.11.2026`, as a spreadsheet may show it, is `2026-11-30`."""
    found = _DOTTED.fullmatch(cell)
    return f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else cell


def checked(line: Line, column: str, what: str, names: Names, told: list[Told]) -> list[str]:
    """The names in a cell; one that the book does not know is told."""
    found = several(line.at(column))
    for name in found:
        if not names.known(what, name):
            said = f"`{shown(name)}` is no {what} of the book; {names.hint(what, name)}"
            told.append(Told(line.row, column, said))
    return found


def put(into: dict[str, Any], name: str, value: Any) -> None:
    """Sets a field that says something."""
    if value:
        into[name] = value


def one_or_more(found: list[str]) -> Any:
    """A list of one as the single name, which the language allows too."""
    return found[0] if len(found) == 1 else found


def kept(old: Any, new: Any, plain: Callable[[Any], Any]) -> Any:
    """New data, with every part that says what the old one said written as it was.

    `plain` gives what a value says, whatever the way in which it is written.
    """
    if not isinstance(old, dict) or not isinstance(new, dict):
        return old if plain(old) == plain(new) else new
    return {
        name: old[name] if name in old and plain(old[name]) == plain(value) else value
        for name, value in new.items()
    }
