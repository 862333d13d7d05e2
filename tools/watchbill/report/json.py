"""Findings as JSON; `FORMAT` is its documented schema."""

import json
from collections.abc import Sequence
from typing import Any

from watchbill.finding import Finding, Level
from watchbill.report.text import counts

_POINT = {"type": "integer", "minimum": 1}
FORMAT: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "The findings of `watchbill lint --format json`",
    "type": "object",
    "required": ["version", "tool", "documents", "counts", "findings"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": 1, "description": "The version of this form."},
        "tool": {"type": "string", "description": "Name and version of the tool."},
        "documents": {
            "type": "integer",
            "minimum": 0,
            "description": "How many documents the book has.",
        },
        "counts": {
            "type": "object",
            "description": "How many findings of each level.",
            "required": [level.value for level in Level],
            "additionalProperties": False,
            "properties": {level.value: {"type": "integer", "minimum": 0} for level in Level},
        },
        "findings": {
            "type": "array",
            "items": {
                "type": "object",
                "required": [
                    "file",
                    "line",
                    "column",
                    "end_line",
                    "end_column",
                    "rule",
                    "level",
                    "message",
                ],
                "additionalProperties": False,
                "properties": {
                    "file": {"type": "string", "description": "Path from the book's root."},
                    "line": _POINT,
                    "column": _POINT | {"description": "In characters, from 1."},
                    "end_line": _POINT,
                    "end_column": _POINT | {"description": "The first character behind the span."},
                    "rule": {"type": "string"},
                    "level": {"enum": [level.value for level in Level]},
                    "message": {"type": "string"},
                    "mend": {"type": "string", "description": "How to mend it."},
                    "document": {"type": "string", "description": "`kind:id`, where it is known."},
                    "path": {"type": "array", "items": {"type": ["string", "integer"]}},
                    "page": {"type": "string", "description": "The rule's page."},
                },
            },
        },
    },
}


def as_json(findings: Sequence[Finding], *, tool: str, documents: int, page: str = "") -> str:
    """The findings as one JSON object. `page` is the address below which rule pages lie."""
    rows = [_row(finding, page) for finding in findings]
    whole = {
        "version": 1,
        "tool": tool,
        "documents": documents,
        "counts": counts(findings),
        "findings": rows,
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _row(finding: Finding, page: str) -> dict[str, Any]:
    place = finding.place
    row: dict[str, Any] = {
        **place._asdict(),
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
    }
    if finding.mend:
        row["mend"] = finding.mend
    if finding.document:
        row["document"] = finding.document
        row["path"] = list(finding.path)
    if page:
        row["page"] = f"{page}{finding.rule}/"
    return row
