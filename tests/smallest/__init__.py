"""The smallest book: one faultless document of each kind, and overlays on it.

A rule's examples are overlays: each YAML document of an example names a kind; its other fields
replace those of the smallest document of that kind. `id` of another name makes a second document.
`without: [field]` leaves fields out, `gone: true` the whole document.
"""

from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from watchbill.load.compose import compose
from watchbill.load.markdown import cut, split
from watchbill.load.validate import validate
from watchbill.model.base import Document
from watchbill.model.book import Book

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def _read() -> dict[str, dict[str, Any]]:
    documents = {}
    for path in sorted(HERE.glob("*.yaml")) + sorted(HERE.glob("*.md")):
        text = path.read_text("utf-8")
        parts = split(text) if path.suffix == ".md" else None
        data = compose(parts.front if parts else text)
        if parts:
            data["body"] = cut(parts.body, parts.body_line)
        documents[f"{data['kind']}:{data['id']}"] = data
    return documents


_SMALLEST = _read()


def data() -> dict[str, dict[str, Any]]:
    """The smallest book as plain data by key, fresh each time."""
    return deepcopy(_SMALLEST)


def overlaid(example: str) -> dict[str, dict[str, Any]]:
    """The smallest book with an example laid over it."""
    documents = data()
    for text in example.split("\n---\n"):
        overlay = compose(text)
        if not isinstance(overlay, dict):
            raise AssertionError(f"no document: {text!r}")
        kind = overlay.pop("kind")
        first = next(key for key in documents if key.startswith(f"{kind}:"))
        id = overlay.pop("id", first.partition(":")[2])
        document = documents.setdefault(f"{kind}:{id}", {**deepcopy(documents[first]), "id": id})
        if overlay.pop("gone", False):
            del documents[f"{kind}:{id}"]
            continue
        for name in overlay.pop("without", []):
            document.pop(name, None)
        if "body" in overlay and kind == "runbook":
            overlay["body"] = cut(overlay["body"], 1)
        document.update(overlay)
    return documents


def book(documents: dict[str, dict[str, Any]] | None = None) -> Book:
    """A Book of this data (the smallest book where none is given). Fails on data that the model refuses."""
    found = []
    for key, one in (documents if documents is not None else data()).items():
        verdict = validate(one)
        if not isinstance(verdict, Document):
            raise AssertionError(f"{key}: {verdict}")
        found.append(verdict)
    return Book.of(found, now=NOW, repository_audience="restricted")


def write(folder: Path, documents: dict[str, dict[str, Any]] | None = None) -> Path:
    """Writes the book as files below a folder, as a user would lay it out; runbooks keep their form."""
    for key, one in (documents if documents is not None else data()).items():
        kind, _, id = key.partition(":")
        if kind == "runbook":
            (folder / f"{id}.md").write_text((HERE / f"{id}.md").read_text("utf-8"), "utf-8")
        else:
            (folder / f"{id}.yaml").write_text(
                yaml.safe_dump(one, sort_keys=False, allow_unicode=True), "utf-8"
            )
    return folder
