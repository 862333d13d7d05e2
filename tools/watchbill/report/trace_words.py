"""A trace in words: lengths, instants, and one line for each thing that happens."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from watchbill.simulate.trace import Duty, Halt, Happening, Promise, Trace
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


def _done(trace: Trace, one: Happening) -> str:
    """The end of a task; a question ends with its answer."""
    return "" if any(one.step == step for step, _ in trace.answers) else one.step


def _work(trace: Trace, one: Happening) -> str:
    return f"{one.step}: {one.what} [{who(one.role, one.member)}, until {after(trace, one.until)}]"


def _halted(trace: Trace, one: Happening) -> str:
    return next((halt_words(halt) for halt in trace.halts if halt.step == one.step), one.step)


_TOLD: dict[str, Callable[[Trace, Happening], str]] = {
    "start": lambda trace, one: f"{one.what or 'the case'} {trace.incident.severity}".strip(),
    "page": _paged,
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
        "acknowledged": f"{one.role} answers (path {one.what})",
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


# What was due.


def duty_words(trace: Trace, duty: Duty) -> str:
    """When a duty is due, for the law and for us, and what came of it."""
    parts = []
    if duty.due is not None:
        parts.append(f"due {after(trace, duty.due)} ({stamp(duty.due)})")
    elif duty.status != "held":
        parts.append(
            {"keep": "to be kept", "every": "comes round"}.get(duty.form, "the law sets no number")
        )
    if duty.latest is not None and duty.latest != duty.due:
        parts.append(f"legal latest {stamp(duty.latest)}")
    if duty.guard is not None:
        parts.append(f"our limit {after(trace, duty.guard)}")
    if duty.not_before is not None:
        parts.append(f"not before {stamp(duty.not_before)}")
    parts.append(outcome(trace, duty))
    if duty.over_guard:
        parts.append(f"our limit missed by {length(duty.over_guard)}")
    if duty.keep_until is not None:
        parts.append(f"kept until {stamp(duty.keep_until)}")
    return "; ".join(part for part in parts if part)


def promise_words(trace: Trace, promise: Promise) -> str:
    """When a milestone is promised, and what came of it."""
    due = f"due {after(trace, promise.due)}" if promise.due is not None else ""
    paused = f"paused for {length(promise.paused)}" if promise.paused else ""
    parts = [f"{promise.severity} {promise.target}", due, outcome(trace, promise), paused]
    return "; ".join(part for part in parts if part)


def outcome(trace: Trace, one: Duty | Promise) -> str:
    """What came of a duty or a promise, in words."""
    where = f" at {one.step}" if one.step else ""
    done = f"{after(trace, one.met)}{where}" if one.met is not None else ""
    left = f", {length(one.slack)} left" if one.slack is not None and one.slack >= 0 else ""
    words = {
        "met": f"done {done}{left}",
        "decided": f"decided {done}{left}",
        "late": f"LATE: done {done}, {length(one.late)} late",
        "missed": "MISSED: not done"
        + (f", {length(one.late)} over at the end" if one.late else ""),
        "excused": f"not owed: {one.reason}",
        "held": "held: the clock stands still",
        "open": "open",
        "shown": "shown only",
    }
    return words[one.status]


def due_lines(trace: Trace) -> Iterator[str]:
    """Every clock with an instant at which it is due (our own limit where there is one), the first in front."""
    found = []
    for duty in trace.duties:
        due = duty.guard if duty.guard is not None else duty.due
        if due is not None and duty.status not in ("excused", "shown"):
            what = "our limit" if duty.guard is not None else "law"
            found.append((due, duty.id, what, duty.met))
    promised = (one for one in trace.promises if one.due is not None and one.status != "excused")
    found.extend((one.due or 0, one.id, "promise", one.met) for one in promised)
    wide = max((len(id) for _, id, _, _ in found), default=0)
    days = max((len(stamp(due)) for due, _, _, _ in found), default=0)
    for due, id, what, met in sorted(found, key=lambda row: (row[0], row[1])):
        left = (
            "" if met is None else f"  {length(abs(due - met))} {'left' if met <= due else 'LATE'}"
        )
        yield f"{after(trace, due):<11}{stamp(due):<{days}}  {id:<{wide}}  {what}{left}"


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
