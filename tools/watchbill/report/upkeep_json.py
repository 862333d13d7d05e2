"""What a book asks for as JSON; `FORMAT` is its documented schema."""

import json
from typing import Any

from watchbill.report.upkeep import Upkeep, instant
from watchbill.upkeep.entry import Entry, Urgency

_NUMBER = {"type": "integer", "minimum": 0}
_ENTRY = {
    "type": "object",
    "required": ["urgency", "kind", "what", "do"],
    "additionalProperties": False,
    "properties": {
        "urgency": {"enum": [one.value for one in Urgency]},
        "kind": {"type": "string", "description": "The stable name of what is asked."},
        "document": {"type": "string", "description": "`kind:id`; left out where it is none."},
        "what": {"type": "string", "description": "What is so, in words."},
        "do": {"type": "string", "description": "What to do about it."},
        "owner": {"type": "string", "description": "Whose it is: ids of teams or partners."},
        "file": {"type": "string", "description": "Path from the book's root."},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
        "since": {"type": "string", "description": "The day or instant (UTC) it waits since."},
        "until": {"type": "string", "description": "The day or instant (UTC) it is due."},
    },
}
FORMAT: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "What `watchbill upkeep --format json` asks for",
    "type": "object",
    "required": ["version", "tool", "tz", "at", "days", "counts", "entries"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": 1, "description": "The version of this form."},
        "tool": {"type": "string", "description": "Name and version of the tool."},
        "tz": {"type": "string", "description": "The version of the tz database."},
        "at": {"type": "string", "description": "The instant of judgement, RFC 3339 in UTC."},
        "days": {**_NUMBER, "description": "How many days ahead are told."},
        "counts": {
            "type": "object",
            "required": [one.value for one in Urgency],
            "additionalProperties": False,
            "properties": {one.value: _NUMBER for one in Urgency},
        },
        "entries": {"type": "array", "items": _ENTRY, "description": "Worst first."},
    },
}


def as_json(found: Upkeep) -> str:
    """Everything as one JSON object."""
    whole = {
        "version": 1,
        "tool": found.tool,
        "tz": found.tz,
        "at": instant(found),
        "days": found.days,
        "counts": {one.value: len(found.of(one)) for one in Urgency},
        "entries": [_row(one) for one in found.entries],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _row(entry: Entry) -> dict[str, Any]:
    place = entry.place
    row: dict[str, Any] = {
        "urgency": entry.urgency.value,
        "kind": entry.kind,
        "document": entry.document,
        "what": entry.what,
        "do": entry.mend,
        "owner": entry.owner,
        "file": place.file if place else "",
        "line": place.line if place else "",
        "column": place.column if place else "",
        "since": entry.since,
        "until": entry.until,
    }
    return {name: value for name, value in row.items() if value != ""}
