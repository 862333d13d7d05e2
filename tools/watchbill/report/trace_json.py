"""A trace as JSON: instants in UTC, lengths in seconds, kinds and ids as they are."""

import json
from datetime import UTC, datetime
from typing import Any

from watchbill.report.trace_words import halt_words
from watchbill.simulate.trace import Duty, Halt, Happening, Promise, Trace

_INSTANTS = frozenset(
    {
        "at",
        "until",
        "due",
        "latest",
        "guard",
        "not_before",
        "keep_until",
        "met",
        "started",
        "answers",
    }
)


def as_json(trace: Trace) -> str:
    """The whole trace as one object."""
    return json.dumps(plain(trace), indent=2, ensure_ascii=False) + "\n"


def plain(trace: Trace) -> dict[str, Any]:
    """The whole trace as plain data, in a stable order."""
    incident = trace.incident
    return {
        "playbook": incident.playbook,
        "title": trace.title,
        "at": instant(incident.at),
        "severity": incident.severity,
        "severity_at_end": trace.severity,
        "harm": incident.harm,
        "region": incident.region,
        "silent": sorted(incident.silent),
        "path": trace.path,
        "row": trace.row,
        "decides": trace.decides,
        "acknowledged": instant(trace.acknowledged),
        "answered_by": trace.answered_by,
        "ended": instant(trace.ended),
        "late": list(trace.late),
        "over_guard": list(trace.over_guard),
        "pages": [_fields(one._asdict()) for one in trace.pages],
        "told": [_fields(one._asdict()) for one in trace.told],
        "happenings": [_happening(one) for one in trace.happenings],
        "duties": [_owed(one) for one in trace.duties],
        "promises": [_owed(one) for one in trace.promises],
        "visited": list(trace.visited),
        "answers": [{"step": step, "answer": answer} for step, answer in trace.answers],
        "messages": list(trace.messages),
        "opens": list(trace.opens),
        "stands_still": [_halt(one) for one in trace.halts],
        "assumptions": list(trace.assumptions),
        "tz_database": trace.tz,
    }


def instant(at: int | None) -> str | None:
    """An instant in RFC 3339, UTC."""
    return None if at is None else datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: instant(value) if name in _INSTANTS else value
        for name, value in row.items()
        if value not in ("", None, ())
    }


def _happening(one: Happening) -> dict[str, Any]:
    row = one._asdict()
    row["until"] = one.until or None
    row["path"] = ".".join(map(str, one.path))
    return _fields(row)


def _owed(one: Duty | Promise) -> dict[str, Any]:
    row = one._asdict()
    row["alarms"] = tuple({"per_cent": share, "at": instant(at)} for share, at in one.alarms)
    if isinstance(one, Duty):
        row["held"] = tuple({"from": instant(a), "until": instant(b)} for a, b in one.held)
    return _fields(row)


def _halt(one: Halt) -> dict[str, Any]:
    return {**_fields(one._asdict()), "words": halt_words(one)}
