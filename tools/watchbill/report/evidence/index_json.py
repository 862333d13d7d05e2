"""The index of a bundle as JSON; `FORMAT` is its documented schema."""

import json
from typing import Any

from watchbill.load.history import Commit
from watchbill.report.changes import counts
from watchbill.report.evidence.bundle import (
    CHANGE,
    END,
    FIRST,
    START,
    Bundle,
    Proof,
    State,
    Turn,
    stem,
)
from watchbill.report.trace_json import instant
from watchbill.simulate.proof.when import FAR
from watchbill.timeline.zones import seconds

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


def as_json(bundle: Bundle) -> str:
    """The index as one JSON object."""
    asked = bundle.asked
    whole = {
        "version": 1,
        "tool": bundle.tool,
        "tz": bundle.tz,
        "asked": {
            "words": asked.words,
            "subjects": list(asked.subjects),
            "audience": asked.audience,
            "reader": asked.reader,
        },
        "period": {"start": asked.start.isoformat(), "end": asked.end.isoformat()},
        "titles": [{"key": key, "title": title} for key, title in bundle.titles],
        "states": [_state(one) for one in bundle.states],
        "versions": [{**one._asdict(), "path": one.path or None} for one in bundle.versions],
        "facts": [
            {
                "key": one.key,
                "state": one.state,
                "says": [{"label": label, "value": value} for label, value in one.rows],
            }
            for one in bundle.facts
        ],
        "changes": [_turn(bundle, one) for one in bundle.turns],
        "proofs": [_proof(bundle, one) for one in bundle.proofs],
        "scenarios": [
            {
                "key": one.key,
                "title": one.title,
                "label": one.label,
                "passed": one.passed,
                "faults": list(one.words),
                "path": one.path or None,
            }
            for one in bundle.trials
        ],
        "accepted": [{**one._asdict(), "until": one.until.isoformat()} for one in bundle.accepted],
        "not_shown": list(bundle.missing),
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _state(one: State) -> dict[str, Any]:
    times = {"made": instant(seconds(one.made)), "judged": instant(seconds(one.judged))}
    return {**one._asdict(), **times, "documents": list(one.documents)}


def _turn(bundle: Bundle, one: Turn) -> dict[str, Any]:
    agreement = one.agreement
    teams = [
        {"team": team, "changes": list(changes), "approved_by": list(by)}
        for team, changes, by in agreement.teams
    ]
    compared = one.comparison
    return {
        "state": one.state,
        "commits": [_commit(bundle, commit) for commit in one.commits],
        "brought": [_commit(bundle, commit) for commit in one.brought],
        "why_not": one.why_not,
        "counts": counts(compared) if compared else None,
        "path": f"changes/{stem(bundle.states[one.state])}.json" if compared else None,
        "withheld": one.withheld,
        "agreement": {
            "teams": teams,
            "people_wanted": agreement.people,
            "complete": agreement.complete,
            "source": agreement.source,
            "note": agreement.note,
        },
    }


def _commit(bundle: Bundle, one: Commit) -> dict[str, Any]:
    return {
        "commit": one.name,
        "parents": list(one.parents),
        "author": one.author,
        "authored": instant(seconds(one.authored)) if one.authored else None,
        "committer": one.committer,
        "committed": instant(seconds(one.committed)) if one.committed else None,
        "subject": one.subject if bundle.subjects_open else None,
        "signature": "present, not checked" if one.signed else "none",
        "trailers": [{"name": name, "value": value} for name, value in one.trailers],
    }


def _proof(bundle: Bundle, one: Proof) -> dict[str, Any]:
    rows = one.summary.rows if one.summary else ()
    clocks = [
        {
            "kind": row.kind,
            "id": row.id,
            "severity": row.severity,
            "slack": row.slack if row.slack > -FAR else None,
            "at": instant(row.at),
            "late": row.late,
        }
        for row in rows
    ]
    return {
        "state": one.state,
        "playbook": one.playbook,
        "why_not": one.why_not,
        "path": f"proofs/{stem(bundle.states[one.state])}.json" if one.summary else None,
        "clocks": clocks,
    }
