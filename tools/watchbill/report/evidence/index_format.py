"""The documented form of a bundle's `index.json`, as a JSON Schema."""

from typing import Any

from watchbill.report.evidence.bundle import CHANGE, END, FIRST, START

_TEXT: dict[str, Any] = {"type": "string"}
_NUMBER: dict[str, Any] = {"type": "integer", "minimum": 0}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_MAYBE: dict[str, Any] = {"type": ["string", "null"]}


def _object(said: str = "", **fields: Any) -> dict[str, Any]:
    head = {"description": said} if said else {}
    return {
        **head,
        "type": "object",
        "required": list(fields),
        "additionalProperties": False,
        "properties": fields,
    }


def _list(of: dict[str, Any], said: str) -> dict[str, Any]:
    return {"type": "array", "description": said, "items": of}


_COMMIT = _object(
    commit=_TEXT,
    parents=_TEXTS,
    author=_TEXT,
    authored=_MAYBE,
    committer=_TEXT,
    committed=_MAYBE,
    subject={**_MAYBE, "description": "null where these readers may not see it."},
    signature={"enum": ["present, not checked", "none"]},
    trailers=_list(_object(name=_TEXT, value=_TEXT), "As the message claims."),
)
_AGREEMENT = _object(
    teams=_list(_object(team=_TEXT, changes=_TEXTS, approved_by=_TEXTS), "By the book before it."),
    people_wanted=_NUMBER,
    complete={"type": ["boolean", "null"], "description": "null: not known."},
    source=_TEXT,
    note=_TEXT,
)
FORMAT: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "The index of `watchbill evidence`",
    **_object(
        version={"const": 1, "description": "The version of this form."},
        tool=_TEXT,
        tz={"type": "string", "description": "The version of the tz database."},
        asked=_object(words=_TEXT, subjects=_TEXTS, audience=_TEXT, reader=_TEXT),
        period=_object("Days in UTC, both included.", start=_TEXT, end=_TEXT),
        titles=_list(_object(key=_TEXT, title=_TEXT), "Of the documents that were asked for."),
        states=_list(
            _object(
                number=_NUMBER,
                why={"enum": [START, FIRST, CHANGE, END]},
                commit=_TEXT,
                made=_TEXT,
                judged=_TEXT,
                faults=_TEXT,
                documents=_TEXTS,
                withheld=_NUMBER,
            ),
            "In order of time.",
        ),
        versions=_list(
            _object(key=_TEXT, state=_NUMBER, file=_TEXT, path=_MAYBE, note=_TEXT),
            "Every version of every document concerned.",
        ),
        facts=_list(
            _object(
                key=_TEXT,
                state=_NUMBER,
                says=_list(_object(label=_TEXT, value=_TEXT), "In the order of the form."),
            ),
            "What the documents that were asked for said, from a state on.",
        ),
        changes=_list(
            _object(
                state=_NUMBER,
                commits=_list(_COMMIT, "Of the main line."),
                brought=_list(_COMMIT, "What merges brought in."),
                why_not=_TEXT,
                counts={"type": ["object", "null"], "additionalProperties": _NUMBER},
                path=_MAYBE,
                withheld=_NUMBER,
                agreement=_AGREEMENT,
            ),
            "In order of time.",
        ),
        proofs=_list(
            _object(
                state=_NUMBER,
                playbook=_TEXT,
                why_not=_TEXT,
                path=_MAYBE,
                clocks=_list(
                    _object(
                        kind=_TEXT,
                        id=_TEXT,
                        severity=_TEXT,
                        slack={"type": ["integer", "null"], "description": "Seconds."},
                        at={"type": "string", "description": "The worst minute."},
                        late={"type": "boolean"},
                    ),
                    "Each at its worst.",
                ),
            ),
            "By state and playbook.",
        ),
        scenarios=_list(
            _object(
                key=_TEXT,
                title=_TEXT,
                label=_TEXT,
                passed={"type": "boolean"},
                faults=_TEXTS,
                path=_MAYBE,
            ),
            "As played at the end.",
        ),
        accepted=_list(
            _object(key=_TEXT, rule=_TEXT, reason=_TEXT, until=_TEXT, first=_NUMBER, last=_NUMBER),
            "Findings that were accepted, from one state to another.",
        ),
        not_shown=_TEXTS,
    ),
}
