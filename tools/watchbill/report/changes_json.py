"""A comparison as JSON; `FORMAT` is its documented schema."""

import json
from datetime import UTC, datetime
from typing import Any

from watchbill.diff.change import Direction, How, Weight
from watchbill.diff.uncovered import SOON_DAYS, Lost
from watchbill.report.approvals import as_data
from watchbill.report.around import reached
from watchbill.report.changes import Comparison, Placed, counts, headline
from watchbill.where import Address, Place

_POINT = {"type": "integer", "minimum": 1}
_PATH = {"type": "array", "items": {"type": ["string", "integer"]}}
_SPOT = {
    "type": "object",
    "description": "Where it stands; left out where it is not there.",
    "required": ["document", "path", "file", "line", "column", "end_line", "end_column"],
    "additionalProperties": False,
    "properties": {
        "document": {"type": "string", "description": "`kind:id`."},
        "path": _PATH,
        "file": {"type": "string", "description": "Path from the book's root."},
        **dict.fromkeys(("line", "column", "end_line", "end_column"), _POINT),
    },
}
_NUMBER = {"type": "integer", "minimum": 0}
_LOST = {
    "type": "object",
    "required": ["schedule", "from", "to", "was", "minutes", "within_days", "hours", "days"],
    "additionalProperties": False,
    "properties": {
        "schedule": {"type": "string", "description": "The schedule, as `schedule:id`."},
        "from": {"type": "string", "description": "The first instant without anybody, in UTC."},
        "to": {"type": "string", "description": "Its end, at most a week later."},
        "was": {"type": "array", "items": {"type": "string"}, "description": "Who stood it."},
        "minutes": {**_NUMBER, "description": "Lost within the first `within_days`."},
        "within_days": _NUMBER,
        "hours": {"type": "number", "description": "Lost within all `days`."},
        "days": _NUMBER,
    },
}
_CHANGE = {
    "type": "object",
    "required": [
        "kind",
        "how",
        "direction",
        "severity",
        "subject",
        "what",
        "before",
        "after",
        "affects",
    ],
    "additionalProperties": False,
    "properties": {
        "kind": {"type": "string", "description": "The stable name of what changed."},
        "how": {"enum": [one.value for one in How]},
        "direction": {
            "enum": [one.value for one in Direction],
            "description": "`unknown`: a person must read it.",
        },
        "severity": {"enum": [one.value for one in Weight]},
        "subject": {"type": "string", "description": "The document that says it, as `kind:id`."},
        "what": {"type": "string", "description": "What changed, in words."},
        "before": {"type": "string", "description": "Empty where it was not there."},
        "after": {"type": "string", "description": "Empty where it is not there."},
        "example": {"type": "string", "description": "A worked example with dates."},
        "affects": {"type": "array", "items": {"type": "string"}},
        "old": _SPOT,
        "new": _SPOT,
    },
}
FORMAT: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "The changes of `watchbill diff --format json`",
    "type": "object",
    "required": [
        "version",
        "tool",
        "tz",
        "base",
        "head",
        "documents",
        "verdict",
        "counts",
        "changes",
        "coverage_lost",
        "reached",
        "unchanged",
    ],
    "additionalProperties": False,
    "properties": {
        "version": {"const": 1, "description": "The version of this form."},
        "tool": {"type": "string", "description": "Name and version of the tool."},
        "tz": {"type": "string", "description": "The version of the tz database."},
        "base": {"type": "string", "description": "What was compared: a commit or a folder."},
        "head": {
            "type": "string",
            "description": "With what: a commit, a folder, or the working tree.",
        },
        "documents": {"type": "integer", "minimum": 0, "description": "Of the later book."},
        "verdict": {"type": "string", "description": "All of it in one line."},
        "counts": {
            "type": "object",
            "required": [one.value for one in Direction],
            "additionalProperties": False,
            "properties": {one.value: {"type": "integer", "minimum": 0} for one in Direction},
        },
        "changes": {"type": "array", "items": _CHANGE, "description": "Worst first."},
        "coverage_lost": {"type": "array", "items": _LOST, "description": "The most first."},
        "reached": {
            "type": "array",
            "items": {"type": "string"},
            "description": "All that changed, or rests on what changed, as `kind:id`.",
        },
        "approvals": {
            "type": "object",
            "description": "Who must agree, as `watchbill approvals --format json` tells it.",
        },
        "unchanged": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Documents that were written anew and say what they said.",
        },
    },
}


def as_json(found: Comparison) -> str:
    """The comparison as one JSON object."""
    whole: dict[str, Any] = {
        "version": 1,
        "tool": found.tool,
        "tz": found.tz,
        "base": found.base,
        "head": found.head,
        "documents": found.documents,
        "verdict": headline(found),
        "counts": counts(found),
        "changes": [_row(one) for one in found.placed],
        "coverage_lost": [_lost(one) for one in found.lost],
        "reached": sorted(reached(one.change for one in found.placed)),
    }
    if found.approvals is not None:
        whole["approvals"] = as_data(found.approvals)
    whole["unchanged"] = list(found.unchanged)
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _row(placed: Placed) -> dict[str, Any]:
    change = placed.change
    row: dict[str, Any] = {
        "kind": change.kind,
        "how": change.how.value,
        "direction": change.direction.value,
        "severity": change.weight.value,
        "subject": change.subject,
        "what": change.what,
        "before": change.before,
        "after": change.after,
    }
    if change.example:
        row["example"] = change.example
    row["affects"] = list(change.affects)
    for name, address, place in (("old", change.old, placed.old), ("new", change.new, placed.new)):
        if address is not None and place is not None:
            row[name] = _spot(address, place)
    return row


def _lost(one: Lost) -> dict[str, Any]:
    start, end = (datetime.fromtimestamp(at, UTC).isoformat() for at in one.first)
    return {
        "schedule": one.schedule,
        "from": start,
        "to": end,
        "was": list(one.was),
        "minutes": -(-one.soon // 60),
        "within_days": SOON_DAYS,
        "hours": round(one.whole / 3600, 2),
        "days": one.days,
    }


def _spot(address: Address, place: Place) -> dict[str, Any]:
    return {"document": address.document, "path": list(address.path), **place._asdict()}
