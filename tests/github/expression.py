"""A condition of a workflow, worked out as GitHub does it: as much of the language as ours use."""

import json
import re
from typing import Any


def holds(condition: str, event: dict[str, Any]) -> bool:
    """Whether a condition holds for an event; what the event does not have is null."""
    code = condition.replace("&&", " and ").replace("||", " or ").replace("\n", " ")
    code = re.sub(r"github\.event((?:\.[a-z_*]+)+)", lambda found: f"at('{found[1][1:]}')", code)
    names = {"at": lambda path: _at(event, path.split(".")), "contains": _contains}
    return bool(eval(code, {"__builtins__": {}}, {**names, "fromJSON": json.loads}))


def _at(value: Any, path: list[str]) -> Any:
    for place, part in enumerate(path):
        if part == "*":
            return [_at(one, path[place + 1 :]) for one in value or ()]
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _contains(whole: Any, part: Any) -> bool:
    return part in (whole or ())
