"""The worst minute of each clock, as text, JSON and Markdown."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from watchbill.report.trace_json import instant
from watchbill.report.trace_markdown import escape, table
from watchbill.report.trace_words import stamp
from watchbill.simulate.proof.summary import ASSUMPTIONS, Row, Summary
from watchbill.simulate.proof.when import FAR

_HEADS = {
    "law": "Law, with all but the last level silent",
    "guard": "Our own limits, with one level silent",
    "target": "Promises, with everybody answering",
}


def text(found: Iterable[Summary]) -> str:
    """Each playbook with its clocks; under each clock its sum and the answers that lead there."""
    lines: list[str] = []
    for one in found:
        lines.extend([*_playbook(one), ""])
    return "\n".join([*lines, f"Feasible if: {'; '.join(ASSUMPTIONS)}.", ""])


def _head(one: Summary) -> tuple[str, str]:
    return (
        f"{one.title}: {one.playbook}",
        f"every minute from {stamp(one.start)} to {stamp(one.end)}; tz database {one.tz}",
    )


def _playbook(one: Summary) -> Iterator[str]:
    yield from _head(one)
    if one.too_many:
        yield "There are too many ways through this playbook: nothing of it is proven."
    for kind, rows in groupby(one.rows, key=lambda row: row.kind):
        yield ""
        yield _HEADS[kind]
        for row in rows:
            yield f"  {'LATE  ' * row.late}{_name(row)} {row.left} {row.when}"
            yield f"      {row.sum}"
            way = _way(row)
            if way:
                yield f"      {way}"
    yield ""
    late = list(dict.fromkeys(row.id for row in one.rows if row.late))
    yield (
        f"Late: {', '.join(late)}"
        if late
        else "Nothing is late at its worst minute." * (not one.too_many)
    )


def _name(row: Row) -> str:
    name = f"{row.severity} {row.id}" if row.severity else row.id
    return f"{name} ({row.within})"


def _way(row: Row) -> str:
    said = [f'{step} "{word}"' if step else word for step, word in row.way]
    return f"path {row.path}" + (f"; {', '.join(said)}" if said else "")


def markdown(found: Iterable[Summary]) -> str:
    """A table for each playbook."""
    parts = []
    for one in found:
        title, range_ = _head(one)
        body = (
            (
                "LATE" if row.late else "",
                row.kind,
                f"{_name(row)} {row.left}",
                row.when,
                row.sum,
                _way(row),
            )
            for row in one.rows
        )
        rows = table(("", "Kind", "Clock", "Worst minute", "Sum", "Way"), body)
        parts.extend([f"## {escape(title)}", escape(range_), "\n".join(rows)])
    parts.append(f"Feasible if: {escape('; '.join(ASSUMPTIONS))}.")
    return "\n\n".join(parts) + "\n"


def as_json(found: Iterable[Summary]) -> str:
    """One object: instants in UTC, lengths in seconds (null where it is never met)."""
    plain = {"playbooks": [_plain(one) for one in found], "feasible_if": list(ASSUMPTIONS)}
    return json.dumps(plain, indent=2, ensure_ascii=False) + "\n"


def _plain(one: Summary) -> dict[str, Any]:
    rows = []
    for row in one.rows:
        way = [{"step": step, "answer": word} for step, word in row.way]
        slack = row.slack if row.slack > -FAR else None
        rows.append(
            {**row._asdict(), "slack": slack, "late": row.late, "at": instant(row.at), "way": way}
        )
    return {
        "playbook": one.playbook,
        "title": one.title,
        "from": instant(one.start),
        "to": instant(one.end),
        "tz": one.tz,
        "too_many_ways": one.too_many,
        "clocks": rows,
    }
