"""A bundle as files by their paths: the index, and beside it changes, proofs, and the schema of the index."""

import json
from collections.abc import Iterator, Mapping

from watchbill.report import changes, changes_json, worst
from watchbill.report.evidence.bundle import Bundle, stem
from watchbill.report.evidence.index import index
from watchbill.report.evidence.index_format import FORMAT
from watchbill.report.evidence.index_json import as_json

INDEX, DATA, SCHEMA = "INDEX.md", "index.json", "index.schema.json"


def files(bundle: Bundle, stored: Mapping[str, bytes]) -> dict[str, bytes]:
    """All files. `stored` are those that are as Git has them, and timelines, by path."""
    found = {path: text.encode("utf-8", "replace") for path, text in _written(bundle)}
    return {**stored, **found}


def _written(bundle: Bundle) -> Iterator[tuple[str, str]]:
    yield INDEX, index(bundle)
    yield DATA, as_json(bundle)
    yield SCHEMA, json.dumps(FORMAT, indent=2, ensure_ascii=False) + "\n"
    for turn in bundle.turns:
        if turn.comparison is not None:
            path = f"changes/{stem(bundle.states[turn.state])}"
            yield f"{path}.txt", changes.text(turn.comparison)
            yield f"{path}.json", changes_json.as_json(turn.comparison)
    for state in bundle.states:
        proofs = (one.summary for one in bundle.proofs if one.state == state.number)
        proven = [one for one in proofs if one is not None]
        if proven:
            yield f"proofs/{stem(state)}.txt", worst.text(proven)
            yield f"proofs/{stem(state)}.json", worst.as_json(proven)
