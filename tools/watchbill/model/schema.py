"""The JSON Schema (2020-12) of each kind, made from its model, for editors and for other tools.

A schema judges a document as the model does, apart from what JSON Schema cannot say (`UNSAID`).
"""

import json
from typing import Any

from watchbill.model.base import Document
from watchbill.model.kinds import KINDS
from watchbill.model.shape import Field, shape_of

UNSAID = (
    "A calendar date or instant exists (2026-02-30 does not).",
    "A time zone is one of the tz database.",
)
_STEP = frozenset(("#/$defs/Task", "#/$defs/Decision", "#/$defs/Wait"))


def file_name(kind: str) -> str:
    """The name of a kind's schema file."""
    return f"{kind}.schema.json"


def schema_of(kind: str) -> dict[str, Any]:
    """The schema of a kind. The front matter alone of a runbook; its body is Markdown."""
    model = KINDS[kind]
    made: dict[str, Any] = _tidy(model.model_json_schema(by_alias=True))
    made.pop("title", None)
    made.pop("description", None)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Watchbill: {kind}",
        "description": model.WHAT,
    }
    made["properties"]["kind"] = {"const": kind, "description": f"The kind of document: `{kind}`."}
    made["properties"] = {name: made["properties"][name] for name in _order(model, made)}
    return {**head, **made}


def text_of(kind: str) -> str:
    """The schema file of a kind."""
    return json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n"


def _order(model: type[Document], made: dict[str, Any]) -> list[str]:
    return [name for name in shape_of(model).fields if name in made["properties"]]


def required(field: Field) -> bool:
    """Whether a document must have the field."""
    return field.info.is_required()


def _tidy(node: Any) -> Any:
    """Without what pydantic adds for itself: titles made from names, nulls and defaults that mean "left out"."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _tidy(value) for key, value in node.items() if key not in ("properties", "$defs")}
    for key in ("properties", "$defs"):
        if key in node:
            found[key] = {name: _tidy(value) for name, value in node[key].items()}
    if isinstance(found.get("title"), str):
        del found["title"]
    if found.get("default") in (None, [], {}):
        found.pop("default", None)
    if "patternProperties" in found:
        found["additionalProperties"] = False
    return _steps(_without_null(found))


def _without_null(node: dict[str, Any]) -> dict[str, Any]:
    """`x or null` as `x`: what is not there is left out, never written as null."""
    options = [option for option in node.get("anyOf", ()) if option != {"type": "null"}]
    if not options or len(options) == len(node["anyOf"]):
        return node
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    only: dict[str, Any] = {"anyOf": options} if len(options) > 1 else options[0]
    return only | rest


def _steps(node: dict[str, Any]) -> dict[str, Any]:
    """The three forms of a step told apart by their word, so that an editor complains about one form only."""
    options = node.get("oneOf", ())
    if {option.get("$ref") for option in options} != _STEP:
        return node
    rest = {key: value for key, value in node.items() if key != "oneOf"}
    wait = {
        "if": {"required": ["wait"]},
        "then": {"$ref": "#/$defs/Wait"},
        "else": {"$ref": "#/$defs/Task"},
    }
    return rest | {
        "type": "object",
        "if": {"required": ["ask"]},
        "then": {"$ref": "#/$defs/Decision"},
        "else": wait,
    }
