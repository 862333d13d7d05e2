"""The index of a bundle as JSON, in the form that `index_format` documents."""

import json
from typing import Any

from watchbill.load.history import Commit
from watchbill.report.changes import counts
from watchbill.report.evidence.bundle import (
    Bundle,
    Proof,
    State,
    Turn,
    stem,
)
from watchbill.report.trace_json import instant
from watchbill.simulate.proof.when import FAR
from watchbill.timeline.zones import seconds


def as_json(bundle: Bundle) -> str:
    """The index as one JSON object."""
    whole = {
        **_head(bundle),
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


def _head(bundle: Bundle) -> dict[str, Any]:
    asked = bundle.asked
    return {
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
    }


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
