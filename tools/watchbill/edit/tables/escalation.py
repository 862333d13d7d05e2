"""The escalation matrix: one row for each row of the matrix and each level of the path that it takes.

A path that several rows of the matrix take is written out below each of them. The rows have to agree.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from watchbill.edit.align import aligned
from watchbill.edit.tables.row import (
    Line,
    Names,
    Table,
    Told,
    checked,
    joined,
    kept,
    length,
    one_or_more,
    put,
)

_FITS = ("playbook", "harm", "severity", "region", "hours")
_PATH = ("title", "decides")
_LEVEL = ("after", "page", "tell", "channel", "repeat")
COLUMNS = ("document", "row", *_FITS, "path", *_PATH, "level", *_LEVEL)
_WHAT = {"hours": "calendar", "decides": "role", "page": "role", "tell": "role"}


def _rows(data: dict[str, Any]) -> list[dict[str, str]]:
    found = []
    for number, row in enumerate(data["matrix"], 1):
        head = {name: joined(row.get(name)) for name in (*_FITS, "path")}
        path = data["paths"].get(row["path"], {})
        said = {name: joined(path.get(name)) for name in _PATH}
        levels = path.get("levels") or [{}]
        for level, one in enumerate(levels, 1):
            cells = {name: joined(one.get(name)) for name in _LEVEL}
            place = {"row": str(number), "level": str(level) if path else ""}
            found.append({**head, **said, **place, **cells})
    return found


def _data(
    old: dict[str, Any], lines: Sequence[Line], names: Names, told: list[Told]
) -> dict[str, Any]:
    matrix: list[dict[str, Any]] = []
    paths: dict[str, dict[str, Any]] = {}
    first: dict[str, Line] = {}
    for group in _groups(lines, told):
        head = group[0]
        matrix.append(_row(head, names, told))
        for line in group[1:]:
            _same(head, line, told)
        id, path = head.at("path"), _path(group, names, told)
        if not path:
            if id not in old["paths"] and id not in first:
                told.append(Told(head.row, "path", f"there is no path `{id}`; say its levels"))
        elif paths.setdefault(id, path) != path:
            said = f"the path `{id}` says something else in row {first[id].row}"
            mend = "say the same in both, or give this path a name of its own"
            told.append(Told(head.row, "path", f"{said}; {mend}"))
        else:
            first.setdefault(id, head)
    every = {**old["paths"], **{id: _kept_path(old["paths"].get(id), paths[id]) for id in paths}}
    return {**old, "paths": every, "matrix": _kept_rows(old["matrix"], matrix)}


def _groups(lines: Sequence[Line], told: list[Told]) -> Iterator[list[Line]]:
    """The lines of each row of the matrix: a new one begins with another number, or another level 1."""
    group: list[Line] = []
    last = 0
    for line in lines:
        level = _number(line, told)
        if group and (line.at("row") != group[0].at("row") or level <= last):
            yield group
            group = []
        group.append(line)
        last = level
    if group:
        yield group


def _number(line: Line, told: list[Told]) -> int:
    """The level, 0 for an empty cell; spreadsheets may write it as `1,0`."""
    cell = line.at("level").replace(",", ".").removesuffix(".0")
    if cell and not (cell.isascii() and cell.isdigit() and len(cell) < 4):
        told.append(Told(line.row, "level", f"`{cell[:20]}` is no level; they are 1, 2, 3 ..."))
        return 0
    return int(cell or 0)


def _same(head: Line, line: Line, told: list[Told]) -> None:
    """What a row of the matrix says stands in its first line; the others say the same, or nothing."""
    for column in (*_FITS, "path", *_PATH):
        if line.at(column) and line.at(column) != head.at(column):
            said = f"row {head.row} says `{head.at(column)[:60] or 'nothing'}` for the same row of the matrix"
            told.append(Told(line.row, column, said))


def _row(line: Line, names: Names, told: list[Told]) -> dict[str, Any]:
    """What a row fits, every field of it a list, and its path."""
    row: dict[str, Any] = {}
    for column in _FITS:
        put(row, column, checked(line, column, _WHAT.get(column, column), names, told))
    if not line.at("path"):
        told.append(Told(line.row, "path", "the cell is empty; every row takes a path"))
    return {**row, "path": [line.at("path")]}


def _path(group: Sequence[Line], names: Names, told: list[Told]) -> dict[str, Any]:
    """The path as these lines say it; {} where they say nothing of it."""
    head = group[0]
    if not any(line.at(column) for line in group for column in (*_PATH, *_LEVEL)):
        return {}
    for column in ("decides",):
        checked(head, column, _WHAT[column], names, told)
    levels = []
    for line in group:
        level: dict[str, Any] = {"after": length(line.at("after"))}
        for column in ("page", "tell"):
            put(level, column, checked(line, column, _WHAT[column], names, told))
        put(level, "channel", line.at("channel"))
        put(level, "repeat", length(line.at("repeat")))
        told += line.lacks("after", "page")
        levels.append(level)
    if not head.at("title") or not head.at("decides"):
        told.append(Told(head.row, "title", "a path says what it is for, and who decides"))
    return {"title": head.at("title"), "decides": head.at("decides"), "levels": levels}


def _kept_path(old: dict[str, Any] | None, new: dict[str, Any]) -> dict[str, Any]:
    if old is None:
        return new
    levels = _each(old["levels"], new["levels"])
    return {**kept(old, new, joined), "levels": levels}


def _kept_rows(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[dict[str, Any]]:
    plain = [{name: _list(value) for name, value in row.items()} for row in old]
    found = []
    for at, row in zip(aligned(plain, new), new, strict=True):
        short = {name: one_or_more(value) for name, value in row.items()}
        found.append(kept({} if at is None else old[at], short, joined))
    return found


def _each(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[dict[str, Any]]:
    pairs = zip(aligned(old, new), new, strict=True)
    return [kept({} if at is None else old[at], one, joined) for at, one in pairs]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


ESCALATION = Table("escalation", COLUMNS, _rows, _data)
