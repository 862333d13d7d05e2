"""Documents out of a sheet: what it changes, or what is wrong with it."""

from collections.abc import Iterable, Sequence

from watchbill.edit.held import Refused, Rewritten, held, rewritten
from watchbill.edit.tables.row import Line, Names, Table, Told
from watchbill.load.loaded import Loaded
from watchbill.load.text import shown
from watchbill.load.validate import near


def documents(loaded: Loaded, table: Table, id: str = "") -> list[str]:
    """The ids of the documents of a table, or the one that is asked for."""
    return [one for one in loaded.book.ids(table.kind) if id in ("", one)]


def rows(loaded: Loaded, table: Table, ids: Iterable[str]) -> list[dict[str, str]]:
    """The rows of these documents. Raises CannotRun where a file cannot be read."""
    found = []
    for id in ids:
        data = held(loaded, f"{table.kind}:{id}").data
        found += [{"document": id, **row} for row in table.rows(data)]
    return found


def changes(
    loaded: Loaded, table: Table, lines: Sequence[Line], told: list[Told]
) -> list[Rewritten]:
    """The files that a sheet changes, by name; what it says wrongly is added to `told`, and then nothing counts.

    A document of which the sheet has no row stays as it is. Raises CannotRun where a file cannot be read.
    """
    names = Names(loaded.book)
    by_document: dict[str, list[Line]] = {}
    for line in lines:
        by_document.setdefault(line.at("document"), []).append(line)
    found = []
    for id, own in by_document.items():
        if f"{table.kind}:{id}" not in loaded.book.cards:
            told.append(Told(own[0].row, "document", _unknown(loaded, table, id)))
            continue
        was = held(loaded, f"{table.kind}:{id}")
        wrong: list[Told] = []
        data = table.data(was.data, own, names, wrong)
        told += wrong
        try:
            made = None if wrong else rewritten(was, data)
        except Refused as error:
            told.append(Told(own[0].row, "document", f"`{id}` would not be valid: {error}"))
            continue
        if made:
            found.append(made)
    return [] if told else sorted(found, key=lambda one: one.held.file)


def _unknown(loaded: Loaded, table: Table, id: str) -> str:
    if f"{table.kind}:{id}" in loaded.book.broken:
        return f"`{shown(id)}` cannot be read; `watchbill lint` says why"
    ids = loaded.book.ids(table.kind)
    hint = near(id, ids) or f"there are: {', '.join(ids) or 'none'}"
    return f"there is no {table.kind} `{shown(id)}`; {hint}"
