"""The scoring sheet of a drill: what was expected by when, and room for what came."""

from collections.abc import Iterator

from watchbill.report.drill.cards import card
from watchbill.report.drill.words import Face, clock_name
from watchbill.report.trace_markdown import table
from watchbill.report.trace_words import who
from watchbill.simulate.drill.case import Clock, Drill

_HEAD = ("#", "Expected", "By the book", "At the latest", "Got", "0 1 2")


def sheet(drill: Drill, shown: Face) -> str:
    """The table, with the most points that can be had."""
    rows = list(_rows(drill, shown))
    numbered = ((str(number), *row, "", "") for number, row in enumerate(rows, 1))
    return "\n".join([*table(_HEAD, numbered), "", f"Total: ______ of {2 * len(rows)}"])


def _rows(drill: Drill, shown: Face) -> Iterator[tuple[str, str, str]]:
    trace = drill.trace
    for page in trace.pages:
        yield f"{who(page.role, page.member)} is paged", shown.after(page.at), ""
    for note in drill.steps:
        if note.answer:
            latest = shown.after(note.until)
            yield f"The question {note.step} is decided", latest, ""
    for clock in _strictest(drill):
        met = shown.after(clock.met) if clock.met is not None else "not met"
        yield f"{clock_name(clock)} kept", met, shown.after(clock.due)
    sent = {one.what: one.at for one in reversed(trace.happenings) if one.kind == "message"}
    for message in dict.fromkeys(trace.messages):
        yield f"{message} is sent, or read out", shown.after(sent[message]), ""
    for number, inject in enumerate(drill.injects, 1):
        if inject.kind not in ("report", "event"):
            title = card(drill, inject, shown).title
            yield f"Card {number}, {title}: as the book says", shown.after(inject.at), ""
    yield "Nothing was done that must never be done", "", ""
    yield "Times were said in UTC or as T+, and written down", "", ""


def _strictest(drill: Drill) -> Iterator[Clock]:
    """Of each clock of the first incident the limit that ends first."""
    seen: set[str] = set()
    for clock in drill.clocks:
        whole = clock.held_at is None and clock.playbook == drill.asked.playbook
        if whole and clock.id not in seen:
            seen.add(clock.id)
            yield clock
