"""The promised times: one row for each severity and milestone of each service level."""

from collections.abc import Sequence
from typing import Any

from watchbill.edit.tables.row import Line, Names, Table, Told, checked, length

COLUMNS = ("document", "severity", "milestone", "within", "calendar")


def _rows(data: dict[str, Any]) -> list[dict[str, str]]:
    found = []
    for severity, targets in data["targets"].items():
        for milestone, target in targets.items():
            own = target if isinstance(target, dict) else {"within": target}
            found.append({"severity": severity, "milestone": milestone, **own})
    return found


def _data(
    old: dict[str, Any], lines: Sequence[Line], names: Names, told: list[Told]
) -> dict[str, Any]:
    targets: dict[str, dict[str, Any]] = {}
    for line in lines:
        severity, milestone = line.at("severity"), line.at("milestone")
        checked(line, "severity", "severity", names, told)
        told += line.lacks("severity", "milestone", "within")
        if milestone in targets.get(severity, {}):
            told.append(Told(line.row, "milestone", f"{severity} has a row for it already"))
        targets.setdefault(severity, {})[milestone] = _target(line, names, told)
    return {**old, "targets": targets}


def _target(line: Line, names: Names, told: list[Told]) -> Any:
    within, calendar = length(line.at("within")), line.at("calendar")
    if not calendar:
        return within
    if calendar != "always":
        checked(line, "calendar", "calendar", names, told)
    return {"within": within, "calendar": calendar}


SERVICE_LEVELS = Table("service-level", COLUMNS, _rows, _data)
