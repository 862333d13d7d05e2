"""Incidents in the smallest book, with overlays; instants are told in minutes after the start."""

from typing import Any

from tests import smallest
from tests.timeline.build import at
from watchbill.model.book import Book
from watchbill.model.types import parse_duration
from watchbill.simulate.incident import Incident
from watchbill.simulate.play import play
from watchbill.simulate.trace import Trace

# A Wednesday at 12:00 in Dublin.
NOON = at("2026-12-02T12:00")


def book(*overlays: str) -> Book:
    return smallest.book(smallest.overlaid("\n---\n".join(overlays) or "kind: harm"))


def steps(*rows: str, beside: str = "", duties: str = "", more: str = "") -> str:
    """A playbook of one-line steps, each in YAML flow style, and of one step in the line `beside`.

    `more` are further fields.
    """
    side = f"lines:\n  beside:\n    - {{{beside}}}\n" if beside else "lines: {}\n"
    main = "".join(f"  - {{{row}}}\n" for row in rows)
    return f"kind: playbook\nobligations: [{duties}]\n{side}steps:\n{main}{more}"


def task(id: str, takes: str = "10m", role: str = "analyst", rest: str = "") -> str:
    return f"id: {id}, title: Do {id}, role: {role}, takes: {takes}{', ' + rest if rest else ''}"


def ask(id: str, *answers: str, takes: str = "10m", rest: str = "") -> str:
    listed = ", ".join(f"{{{answer}}}" for answer in answers)
    rest = f", {rest}" if rest else ""
    return f"id: {id}, ask: And {id}?, role: analyst, takes: {takes}, answers: [{listed}]{rest}"


def watch(id: str, *shifts: tuple[str, str], days: str = "every-day", answers: str = "2m") -> str:
    """A schedule of the smallest book anew: shifts as (hours in UTC, member)."""
    rows = "".join(
        f"  - {{id: s{n}, region: emea, timezone: UTC, hours: {hours!r}, days: {days},"
        f" members: [{member}], from: 2026-11-30}}\n"
        for n, (hours, member) in enumerate(shifts)
    )
    return f"kind: schedule\nid: {id}\ncover: as-listed\nanswers_within: {answers}\nshifts:\n{rows}"


def played(of: Book, start: int = NOON, **given: Any) -> Trace:
    answers = {
        step: (said,) if isinstance(said, str) else tuple(said)
        for step, said in given.pop("answers", {}).items()
    }
    events = {
        event: tuple(parse_duration(one).nominal_seconds for one in instants)
        for event, instants in given.pop("events", {}).items()
    }
    silent = frozenset(given.pop("silent", ()))
    incident = Incident(
        start, "fraud-ring", region="emea", answers=answers, events=events, silent=silent, **given
    )
    return play(of, incident)


def when(trace: Trace, kind: str, what: str = "", *, step: str = "") -> list[float]:
    """The minutes after the start at which something of that kind happened."""
    return [
        (one.at - trace.incident.at) / 60
        for one in trace.happenings
        if one.kind == kind and (not what or one.what == what) and (not step or one.step == step)
    ]


def work(trace: Trace) -> list[tuple[str, float, float]]:
    """Each step with the minutes at which its work begins and ends."""
    start = trace.incident.at
    return [
        (one.step, (one.at - start) / 60, (one.until - start) / 60)
        for one in trace.happenings
        if one.kind == "begin"
    ]


def duty(trace: Trace, id: str = "answer-law") -> Any:
    return next((one for one in trace.duties if one.id == id), None)


def promise(trace: Trace, id: str) -> Any:
    return next((one for one in trace.promises if one.id == id), None)
