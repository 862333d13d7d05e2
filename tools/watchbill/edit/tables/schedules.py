"""The watches: one row for each shift of each schedule."""

from collections.abc import Sequence
from typing import Any

from watchbill.edit.tables.row import (
    Line,
    Names,
    Table,
    Told,
    checked,
    day,
    joined,
    kept,
    length,
    put,
    several,
)

_FIELDS = (
    *("id", "region", "timezone", "hours", "days", "members", "turn", "from", "handover"),
    *("holidays", "calendar", "answers_within"),
)
COLUMNS = ("document", "shift", *_FIELDS[1:])


def _rows(data: dict[str, Any]) -> list[dict[str, str]]:
    return [
        {"shift": shift["id"], **{name: joined(shift.get(name)) for name in _FIELDS[1:]}}
        for shift in data["shifts"]
    ]


def _data(
    old: dict[str, Any], lines: Sequence[Line], names: Names, told: list[Told]
) -> dict[str, Any]:
    known = {shift["id"]: shift for shift in old["shifts"]}
    shifts: dict[str, Any] = {}
    for line in lines:
        id = line.at("shift")
        if not id or id in shifts:
            said = "another row has this shift" if id else "the cell is empty"
            told.append(Told(line.row, "shift", said))
        new = _shift(line, names, told)
        shifts[id] = kept(known.get(id, {}), new, joined)
    return {**old, "shifts": list(shifts.values())}


def _shift(line: Line, names: Names, told: list[Told]) -> dict[str, Any]:
    for column in ("region", "calendar"):
        checked(line, column, column, names, told)
    days = several(line.at("days"))
    new: dict[str, Any] = {"id": line.at("shift")}
    for name in _FIELDS[1:]:
        put(new, name, line.at(name))
    for name in ("turn", "answers_within"):
        put(new, name, length(line.at(name)))
    put(new, "from", day(line.at("from")))
    put(new, "days", days[0] if _one_word(days) else days)
    put(new, "members", several(line.at("members")))
    return new


def _one_word(days: list[str]) -> bool:
    """Whether it is a word for several days (`mon-fri`) rather than a list of them."""
    return len(days) == 1 and "-" in days[0]


SCHEDULES = Table("schedule", COLUMNS, _rows, _data)
