"""The figures of a book as JSON; `FORMAT` is its documented schema."""

import json
from datetime import UTC
from typing import Any

from watchbill.report.stats.figures import Clock, Stats
from watchbill.report.trace_json import instant
from watchbill.simulate.proof.when import FAR
from watchbill.simulate.touched import WHAT

_NUMBER = {"type": "integer", "minimum": 0}
_TEXT = {"type": "string"}
_DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_INSTANT = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z$"}


def _list(what: str, fields: dict[str, Any]) -> dict[str, Any]:
    """The schema of a list of objects that have all of these fields."""
    row = {
        "type": "object",
        "required": list(fields),
        "additionalProperties": False,
        "properties": fields,
    }
    return {"type": "array", "description": what, "items": row}


_COUNTS = {
    "type": "object",
    "description": "Numbers by subject: kind, status, audience, owner, law, review ...",
    "additionalProperties": {"type": "object", "additionalProperties": _NUMBER},
}
_REVIEWS = {"document": {**_TEXT, "description": "`kind:id`."}, "last": _DAY, "due": _DAY}
_COVER = {
    "what": {"enum": list(WHAT)},
    "of": {**_TEXT, "description": "A playbook, or the matrix."},
    "touched": _NUMBER,
    "all": _NUMBER,
    "missing": {"type": "array", "items": _TEXT, "description": "Names of what none touches."},
}
_CLOCKS = {
    "obligation": _TEXT,
    "within": {**_TEXT, "description": "The period in the law, as it is written."},
    "playbook": {**_TEXT, "description": "The one that leaves it the least."},
    "slack": {
        "type": ["integer", "null"],
        "description": "Seconds left at the worst minute; below zero it is late, null: never met.",
    },
    "at": {**_INSTANT, "description": "The first of the minutes that are as bad."},
    "minutes": {**_NUMBER, "description": "How many minutes are as bad."},
    "since": {**_TEXT, "description": 'The event that the proof started again at; "" for none.'},
}
_SCENARIOS = {"playbook": _TEXT, "scenarios": _NUMBER, "runs": _NUMBER}
_PLAIN = {
    "document": _TEXT,
    "words": _NUMBER,
    "sentences": _NUMBER,
    "grade": {"type": "number", "description": "Automated Readability Index: a school grade."},
}
_PARTS: dict[str, Any] = {
    "version": {"const": 1, "description": "The version of this form."},
    "tool": {**_TEXT, "description": "Name and version of the tool."},
    "tz": {**_TEXT, "description": "The version of the tz database."},
    "at": {**_INSTANT, "description": "The instant of judgement."},
    "counts": _COUNTS,
    "reviews": _list("Every document with a review, the oldest first.", _REVIEWS),
    "cover": _list("What scenarios touch, by playbook and matrix.", _COVER),
    "clocks": _list("Every legal clock at its worst, the tightest first.", _CLOCKS),
    "unproven": {"type": "array", "items": _TEXT, "description": "Playbooks with no proof."},
    "scenarios": _list("Every playbook, the least tested first.", _SCENARIOS),
    "plain": _list("Every document with enough prose, the hardest first.", _PLAIN),
}
FORMAT: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "What `watchbill stats --format json` tells",
    "type": "object",
    "required": list(_PARTS),
    "additionalProperties": False,
    "properties": _PARTS,
}


def as_json(found: Stats) -> str:
    """Everything as one JSON object: lists whole, days and instants in ISO 8601, lengths in seconds."""
    whole = {
        "version": 1,
        "tool": found.tool,
        "tz": found.tz,
        "at": f"{found.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "counts": found.counts,
        "reviews": [
            {"document": one.document, "last": str(one.last), "due": str(one.due)}
            for one in found.reviews
        ],
        "cover": [one._asdict() for one in found.shares],
        "clocks": [_clock(one) for one in found.proven.clocks],
        "unproven": list(found.proven.unproven),
        "scenarios": [one._asdict() for one in found.scenarios],
        "plain": [one._asdict() for one in found.plain],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _clock(one: Clock) -> dict[str, Any]:
    row = one.row
    return {
        "obligation": row.id,
        "within": row.within,
        "playbook": one.playbook,
        "slack": row.slack if row.slack > -FAR else None,
        "at": instant(row.at),
        "minutes": row.shared,
        "since": row.since,
    }
