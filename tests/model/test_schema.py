"""The schemas say what the model says."""

import json
import subprocess
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import smallest
from tests.support import program
from watchbill.load.compose import compose
from watchbill.load.markdown import split
from watchbill.load.validate import validate
from watchbill.model.base import Document
from watchbill.model.kinds import KINDS
from watchbill.model.schema import UNSAID, file_name, schema_of, text_of

ROOT = Path(__file__).parents[2]
VALIDATORS = {kind: jsonschema.Draft202012Validator(schema_of(kind)) for kind in KINDS}
DOCUMENTS = [
    {
        key: value
        for key, value in document.items()
        if key != "body" or document["kind"] != "runbook"
    }
    for document in smallest.data().values()
]
JUNK = [
    0, -1, 7, 2.5, True, False, "", " ", "x", "Two words", "P0", "P12", "15m", "1h30m", "1h30", "0m", "2bd",
    "08:00", "08:00-16:30", "24h", "25:00-26:00", "2026-11-02", "2026-13-02", "95%", "195%", "+10m", "not a is b",
    "not eu-linked", "eu-linked is yes", "https://a.example/", "http://a.example/", "always", "24x7", "mon-fri",
    "line one\nline two", "ünïcode", "a" * 65, "playbook:x", [], ["x"], ["mon", "sat"], ["x", "y"], [0], {}, {"x": "y"},
    {"within": "5m", "calendar": "always"}, {"answer": "Yes"}, [{}], [["x"]],
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_current(kind: str) -> None:
    assert (ROOT / "schemas" / file_name(kind)).read_text("utf-8") == text_of(kind)


def test_no_schema_is_left_over() -> None:
    found = {path.name for path in (ROOT / "schemas").glob("*.schema.json")}
    assert found == {file_name(kind) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid_by_its_own_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(kind))


def _objects(node: Any, path: str) -> list[tuple[str, dict[str, Any]]]:
    found = []
    if isinstance(node, dict):
        for name, field in node.get("properties", {}).items():
            found.append((f"{path}.{name}", field))
            found += _objects(field, f"{path}.{name}")
        for name, part in node.get("$defs", {}).items():
            found += _objects(part, name)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_described(kind: str) -> None:
    bare = [
        where for where, field in _objects(schema_of(kind), kind) if not field.get("description")
    ]
    assert bare == []


def _content() -> list[Path]:
    return sorted([*ROOT.glob("playbooks/**/*.yaml"), *ROOT.glob("runbooks/*.md")])


def test_the_shipped_content_is_valid_by_the_schemas() -> None:
    wrong = {}
    for path in _content():
        text = path.read_text("utf-8")
        parts = split(text) if path.suffix == ".md" else None
        if path.suffix == ".md" and parts is None:
            continue
        data = compose(parts.front if parts else text)
        faults = [error.message for error in VALIDATORS[data["kind"]].iter_errors(data)]
        if faults:
            wrong[path.name] = faults
    assert wrong == {}


def _places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    items = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    for key, value in items:
        found += _places(value, (*path, key))
    return found


def _spoilt(
    document: dict[str, Any], path: tuple[Any, ...], how: str, value: Any
) -> dict[str, Any]:
    document = deepcopy(document)
    holder: Any = document
    for key in path[:-1]:
        holder = holder[key]
    if how == "leave out":
        del holder[path[-1]]
    elif how == "replace":
        holder[path[-1]] = value
    elif isinstance(holder, dict):
        holder["extra"] = value
    else:
        holder.append(value)
    return document


@st.composite
def mutants(draw: st.DrawFn) -> dict[str, Any]:
    document = draw(st.sampled_from(DOCUMENTS))
    for _ in range(draw(st.integers(1, 2))):
        # The kind is what chooses the schema, so it is never spoilt.
        places = [path for path in _places(document) if path != ("kind",)]
        how = draw(st.sampled_from(["leave out", "replace", "replace", "replace", "add"]))
        document = _spoilt(
            document, draw(st.sampled_from(places)), how, draw(st.sampled_from(JUNK))
        )
    return document


@settings(max_examples=1500, deadline=None)
@given(mutants())
def test_model_and_schema_judge_alike(document: dict[str, Any]) -> None:
    by_model = isinstance(validate(document), Document)
    by_schema = VALIDATORS[document["kind"]].is_valid(document)
    assert by_model == by_schema, json.dumps(document)


def test_what_a_schema_cannot_say_is_listed() -> None:
    document = smallest.data()["team:desk"] | {"review": {"last": "2026-02-30", "every": "90d"}}
    assert VALIDATORS["team"].is_valid(document)
    assert not isinstance(validate(document), Document)
    zone = smallest.data()["calendar:office"] | {"timezone": "Europe/Atlantis"}
    assert VALIDATORS["calendar"].is_valid(zone)
    assert not isinstance(validate(zone), Document)
    assert len(UNSAID) == 2


def _patterns(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = {node["pattern"]} if isinstance(node.get("pattern"), str) else set()
        keys = set(node.get("patternProperties", ()))
        return own | keys | {found for value in node.values() for found in _patterns(value)}
    if isinstance(node, list):
        return {found for value in node for found in _patterns(value)}
    return set()


def test_every_pattern_is_one_for_editors_too() -> None:
    """Editors read patterns as JavaScript does, and refuse an escape that is not needed."""
    node = program("node", "nodejs")
    patterns = sorted(set().union(*(_patterns(schema_of(kind)) for kind in KINDS)))
    script = "for (const p of JSON.parse(process.argv[1])) new RegExp(p, 'u')"
    done = subprocess.run(
        [node, "-e", script, json.dumps(patterns)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
