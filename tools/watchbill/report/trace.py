"""A trace as text for a terminal: the timeline, the clocks, the promises, and what they rest on."""

from collections.abc import Iterator

from watchbill.report.trace_due import due_lines, duty_words, promise_words
from watchbill.report.trace_words import (
    after,
    halt_words,
    hour,
    local,
    place,
    rows,
    stamp,
)
from watchbill.simulate.trace import Trace


def text(trace: Trace) -> str:
    """The whole trace."""
    return "\n".join([*head(trace), "", *timeline(trace), *_sections(trace), ""])


def head(trace: Trace) -> Iterator[str]:
    """Title, instant in both zones, path."""
    incident = trace.incident
    where = [incident.playbook or incident.harm, incident.severity, incident.region]
    yield f"{trace.title}: {', '.join(word for word in where if word)}"
    other = f" = {stamp(incident.at, trace.zone)}" if trace.zone != "UTC" else ""
    yield f"{stamp(incident.at)}{other}"
    yield f"path {trace.path}, {trace.decides} decides"
    yield "Simulated: everybody answers, and every step ends, as late as the book allows"
    yield "(paged: has to answer, or the next level is paged; told: is informed, and need not answer)"
    if any(one.kind == "call" for one in trace.happenings):
        yield "(called: a step needs it, and it was not there yet, or did not answer its page)"


def timeline(trace: Trace) -> Iterator[str]:
    """One line for each thing that happens; a new day has a line of its own."""
    zone = trace.zone
    both = zone != "UTC"
    wide = 10 if any(at % 60 for at, _, _ in rows(trace)) else 7
    yield f"{'after':<10}{'UTC':<{wide}}{place(zone) if both else ''}".rstrip()
    day, before = local(trace.incident.at, "UTC").date(), -1
    for at, label, words in rows(trace):
        moment = local(at, "UTC")
        if moment.date() != day:
            day = moment.date()
            yield f"  {moment:%A} {moment.day} {moment:%B %Y}"
        clock = f"{after(trace, at):<10}{hour(moment):<{wide}}"
        wall = hour(local(at, zone)).ljust(len(place(zone))) + "  " if both else ""
        yield f"{clock + wall if at != before else ' ' * len(clock + wall)}{label:<10} {words}".rstrip()
        before = at


def _sections(trace: Trace) -> Iterator[str]:
    yield from _section("Due, in order", list(due_lines(trace)))
    ids = [*(one.id for one in trace.duties), *(one.id for one in trace.promises)]
    wide = max(map(len, ids), default=0)
    yield from _section(
        "Law",
        [f"{one.id:<{wide}}  {one.binding:<8}  {duty_words(trace, one)}" for one in trace.duties],
    )
    yield from _section(
        "Promises", [f"{one.id:<{wide}}  {promise_words(trace, one)}" for one in trace.promises]
    )
    yield from _section(
        "Messages", [", ".join(dict.fromkeys(trace.messages))] if trace.messages else []
    )
    yield from _section("Opens", [", ".join(trace.opens)] if trace.opens else [])
    yield from _section("Stands still", [halt_words(halt) for halt in trace.halts])
    yield ""
    yield verdict(trace)
    yield f"Feasible if: {'; '.join(trace.assumptions)}."
    yield f"tz database {trace.tz}"


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield title
        yield from (f"  {line}" for line in lines)


def verdict(trace: Trace) -> str:
    """What is late, in one line."""
    if trace.late:
        return f"Late: {', '.join(trace.late)}"
    over = f" Our own limit is missed: {', '.join(trace.over_guard)}." if trace.over_guard else ""
    if trace.halts:
        first = after(trace, min(halt.at for halt in trace.halts))
        return f"Nothing is late so far; after {first}, where the case stands still, not all is known.{over}"
    return f"Nothing is late.{over}"
