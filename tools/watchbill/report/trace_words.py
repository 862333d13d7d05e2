"""A trace in words: lengths, instants, and one line for each thing that happens."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from watchbill.simulate.trace import Halt, Happening, Trace
from watchbill.timeline.zones import zone as tz_zone

DAY, HOUR = 86_400, 3600


class Row(NamedTuple):
    """One line of the timeline: when, what kind of thing it is, and what it is."""

    at: int
    label: str
    words: str


def length(seconds: int) -> str:
    """A length as the content writes it: `45m`, `1h30m`, `7d2h`; days from three on."""
    days = seconds // DAY if seconds >= 3 * DAY else 0
    hours, rest = divmod(seconds - days * DAY, HOUR)
    minutes, odd = divmod(rest, 60)
    parts = [(days, "d"), (hours, "h"), (minutes, "m"), (odd, "s")]
    return "".join(f"{amount}{unit}" for amount, unit in parts if amount) or "0m"


def after(trace: Trace, at: int) -> str:
    """An instant as time after the incident's start: `+45m`."""
    return f"+{length(at - trace.incident.at)}"


def local(at: int, zone: str) -> datetime:
    """An instant on the wall clock of a zone, from the pinned database."""
    return datetime.fromtimestamp(at, tz_zone(zone))


def hour(found: datetime) -> str:
    """A wall time: `03:10`, and `03:10:30` where it is no whole minute."""
    return f"{found:%H:%M:%S}" if found.second else f"{found:%H:%M}"


def stamp(at: int, zone: str = "UTC") -> str:
    """A whole instant: `Fri 25 Dec 2026 03:10 UTC`."""
    found = local(at, zone)
    return f"{found:%a} {found.day} {found:%b %Y} {hour(found)} {zone_word(found, zone)}"


def zone_word(found: datetime, zone: str) -> str:
    """How a wall time's zone is told: its abbreviation where it has one, else its city."""
    name = found.tzname() or ""
    return name if name.isalpha() else zone.rpartition("/")[2].replace("_", " ")


def place(zone: str) -> str:
    """The city of a zone."""
    return zone.rpartition("/")[2].replace("_", " ")


def who(role: str, member: str) -> str:
    """A role with whoever has its watch."""
    return f"{role} ({member})" if member else role


# The timeline.


def rows(trace: Trace) -> Iterator[Row]:
    """The timeline line by line; roles told at one instant share a line, as do the facts of an answer."""
    for (at, kind, _), group in groupby(trace.happenings, _beside):
        found = list(group)
        if kind == "tell":
            yield Row(at, "told", ", ".join(who(one.role, one.member) for one in found))
        elif kind == "fact":
            yield Row(at, "so", ", ".join(one.what for one in found))
        else:
            for one in found:
                words = _TOLD[kind](trace, one) if kind in _TOLD else _plain(one)
                if words:
                    yield Row(at, _LABELS.get(kind, kind), words)


def _beside(one: Happening) -> tuple[int, str, str]:
    return one.at, one.kind, one.step if one.kind == "fact" else ""


_LABELS = {
    "start": "starts",
    "page": "paged",
    "acknowledged": "answered",
    "begin": "does",
    "end-work": "done",
    "mark": "event",
    "discharge": "duty met",
    "reach": "reached",
    "excuse": "not owed",
    "message": "sends",
    "open": "opens",
    "call": "called",
    "wait": "waits",
    "pass": "skips",
    "line": "beside",
    "line-end": "line ends",
    "halt": "STANDS STILL",
    "late": "LATE",
}


def _paged(trace: Trace, one: Happening) -> str:
    reply = f"answers by {after(trace, one.until)}" if one.until else "does not answer"
    why = {"closed": "nobody is there", "silent": "assumed silent"}.get(one.what, reply)
    found = next(
        (page for page in trace.pages if page.at == one.at and page.role == one.role), None
    )
    again = ""
    if found and found.repeats:
        again = f", again {found.repeats} times every {length(found.every)}"
        again = again.replace("1 times every", "once after") if found.repeats == 1 else again
    return f"{who(one.role, one.member)}, {why}{again}"


def _answered(trace: Trace, one: Happening) -> str:
    """Who answers, and who would have been paged next, had nobody."""
    after_it = [two for two in trace.spared if two.at >= one.at]
    first = [two for two in after_it if two.at == min(three.at for three in after_it)]
    other = ", ".join(who(two.role, two.member) for two in first)
    otherwise = f"; else {other} would be paged at {after(trace, first[0].at)}" if first else ""
    return f"{one.role} answers (path {one.what}){otherwise}"


def _done(trace: Trace, one: Happening) -> str:
    """The end of a task; a question ends with its answer, or waits for it."""
    asked = {step for step, _ in trace.answers} | {
        halt.step for halt in trace.halts if halt.kind in ("answer", "no-such-answer")
    }
    return "" if one.step in asked else one.step


def _work(trace: Trace, one: Happening) -> str:
    return f"{one.step}: {one.what} [{who(one.role, one.member)}, until {after(trace, one.until)}]"


def _halted(trace: Trace, one: Happening) -> str:
    return next((halt_words(halt) for halt in trace.halts if halt.step == one.step), one.step)


_TOLD: dict[str, Callable[[Trace, Happening], str]] = {
    "start": lambda trace, one: f"{one.what or 'the case'} {trace.incident.severity}".strip(),
    "page": _paged,
    "acknowledged": _answered,
    "begin": _work,
    "end-work": _done,
    "call": lambda trace, one: f"{who(one.role, one.member)}, there by {after(trace, one.until)}",
    "wait": lambda trace, one: f"{one.step}: for {one.what}, until {after(trace, one.until)}",
    "halt": _halted,
}


def _plain(one: Happening) -> str:
    """What needs no more than its own words."""
    lasts = length(max(0, one.until - one.at))
    words = {
        "answer": f"{one.step}: {one.what}",
        "severity": f"{one.what} from now on ({one.step})",
        "open": f"the playbook {one.what} ({one.step})",
        "pass": one.step,
        "line": f"the line {one.what} begins",
        "line-end": one.line and f"the line {one.line}",
        "late": f"{one.what}, by {lasts}",
        "alarm": one.what,
    }
    return words.get(one.kind, f"{one.what} ({one.step})")


def halt_words(halt: Halt) -> str:
    """Why a line stands still, and what to add so that it goes on."""
    visit = f", visit {halt.visit}" if halt.visit > 1 else ""
    options = " | ".join(f'"{option}"' for option in halt.options)
    return {
        "answer": f"{halt.step} is not answered{visit}: {halt.what} Add --answer {halt.step}=... ({options})",
        "no-such-answer": f'{halt.step} has no answer "{halt.what}"; it has {options}',
        "event": f"{halt.step} waits for {halt.what}{visit}: add --event {halt.what}=+3h",
        "loop": f'{halt.step}: "{halt.what}" leads back more often than the playbook allows',
        "line": f"{halt.step} waits for the line {halt.what}, which stands still",
        "staff": f"{halt.step}: nobody ever stands {halt.what}",
    }[halt.kind]
