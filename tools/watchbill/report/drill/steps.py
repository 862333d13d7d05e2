"""The steps, pages and clocks of a drill as its facilitator reads them."""

from collections.abc import Iterable, Iterator

from watchbill.report.drill.words import FORMS, Face, clock_name, source
from watchbill.report.trace_due import outcome
from watchbill.report.trace_markdown import escape, table
from watchbill.report.trace_words import length, who
from watchbill.simulate.drill.case import Clock, Drill, Second, StepNote
from watchbill.simulate.trace import Trace

_BROUGHT = {
    "reach": "reaches",
    "discharge": "meets",
    "excuse": "does not owe",
    "mark": "event",
    "severity": "severity",
    "open": "opens",
}


def pages(trace: Trace, shown: Face) -> str:
    """Who is paged and told when, and who answers."""
    rows = [
        (
            *shown.cells(page.at),
            str(page.level + 1),
            "paged" + (f", again every {length(page.every)}" if page.repeats else ""),
            who(page.role, page.member),
            {"silent": "silent in this drill", "closed": "nobody is there"}.get(page.why)
            or f"answers by {shown.after(page.answers or page.at)}",
        )
        for page in trace.pages
    ]
    for at, level in dict.fromkeys((one.at, one.level) for one in trace.told):
        told = [one for one in trace.told if (one.at, one.level) == (at, level)]
        names = ", ".join(who(one.role, one.member) for one in told)
        rows.append((*shown.cells(at), str(level + 1), "told", names, "need not answer"))
    lines = table((*shown.columns, "Level", "How", "Who", "Answer"), rows)
    by = escape(trace.answered_by)
    return "\n".join(
        [*lines, "", f"Answered at {shown.whole(trace.acknowledged)} by {by}: the playbook starts."]
    )


def clocks(drill_clocks: Iterable[Clock], shown: Face, several: bool) -> str:
    """Every clock with a due instant."""
    head = (("Case",) if several else ()) + ("Clock", "Kind", "Runs from")
    rows = (
        (
            *((one.playbook,) if several else ()),
            one.id,
            FORMS[one.form],
            shown.after(one.started),
            *shown.cells(one.due),
            _done(one, shown),
            _left(one),
        )
        for one in drill_clocks
    )
    due = tuple(f"Due {name}" for name in shown.columns)
    return "\n".join(table((*head, *due, "Done by the book", "Left"), rows))


def _done(one: Clock, shown: Face) -> str:
    if one.held_at is not None:
        return f"stands still from {shown.after(one.held_at)}"
    return (
        f"{shown.after(one.met)} at {one.step or 'the page'}" if one.met is not None else "not met"
    )


def _left(one: Clock) -> str:
    if one.met is None:
        return ""
    return (
        length(one.due - one.met) if one.met <= one.due else f"LATE by {length(one.met - one.due)}"
    )


def undated(trace: Trace) -> str:
    """The duties for which neither the law nor we set an instant."""
    rows = [
        f"- {escape(one.id)} ({one.binding}): {escape(outcome(trace, one))}"
        for one in trace.duties
        if one.due is None and one.guard is None
    ]
    return "\n".join(["Duties without a due instant:", "", *rows]) if rows else ""


def steps(drill: Drill, notes: Iterable[StepNote], shown: Face, cards: dict[str, int]) -> str:
    """Each step with its times, what the facilitator tells, and what it brings; `cards` by step."""
    id = drill.trace.incident.playbook
    return "\n".join(line for note in notes for line in _step(note, id, shown, cards))


def _step(note: StepNote, playbook: str, shown: Face, cards: dict[str, int]) -> Iterator[str]:
    tier = f" (tier `{note.audience}`)" if note.audience else ""
    beside = f", line `{note.line}`" if note.line else ""
    second = f" with {escape(note.second)}" if note.second else ""
    hands = f", {escape(who(note.role, note.member))}{second}" if note.role else ""
    yield f"- **{shown.after(note.at)} to {shown.after(note.until)}** `{note.step}`{tier}{beside}{hands}"
    yield f"  - {escape(note.title)} {source(f'playbook:{playbook}#{note.step}')}"
    for role, at, until in note.called if note.called and note.called[0][2] <= note.at else ():
        yield f"  - {escape(role)} is called at {shown.after(at)}, there by {shown.after(until)}"
    if note.answer:
        yield _told(note, cards)
    if note.facts:
        facts = "; ".join(f"{escape(title)} {escape(value)}" for title, value in note.facts)
        yield f"  - So in this drill: {facts}"
    if note.done_when:
        yield f"  - Done when: {escape(note.done_when)}"
    words = [source(f"runbook:{note.runbook}")] if note.runbook else []
    words += [source(f"message:{one}") for one in note.messages]
    if words:
        yield f"  - With: {', '.join(words)}"
    brings = [f"{_BROUGHT[kind]} {escape(what)}" for kind, what in note.brings]
    if brings:
        yield f"  - At its end: {', '.join(brings)}"


def _told(note: StepNote, cards: dict[str, int]) -> str:
    answer = f"**{escape(note.answer)}**"
    if note.step in cards:
        return f"  - Answer to come to: {answer}. See card {cards[note.step]}"
    return f"  - When they look, tell them so much that they come to: {answer}"


def second(one: Second, shown: Face) -> Iterator[str]:
    """An incident beside the first: why it opens, who is paged, its first steps."""
    trace = one.trace
    opened = (
        f"the answer at `{one.step}` opens it" if one.step else "the site that goes down opens it"
    )
    yield f"### {escape(trace.title)} {source(f'playbook:{trace.incident.playbook}')}"
    yield (
        f"From {shown.whole(trace.incident.at)}: {opened}. {trace.incident.severity}, path "
        f"`{trace.path}`, {escape(trace.decides)} decides."
    )
    yield pages(trace, shown)
    rows = (
        (*shown.cells(note.at), note.step, who(note.role, note.member), note.title, note.answer)
        for note in one.steps[:6]
    )
    head = (*shown.columns, "Step", "Who", "What", "Answer drawn")
    yield "\n".join(table(head, rows))


def shared_words(drill: Drill, shown: Face) -> str:
    """The two clocks that collide, and the roles that two incidents want at once."""
    lines = []
    if drill.collision and len(drill.collision.clocks) > 1:
        first, last = drill.collision.clocks
        gap = last.due - first.due
        apart = f"{length(gap)} apart" if gap else "at the same minute"
        lines.append(
            f"- {escape(clock_name(first))} of `{first.playbook}`, due {shown.whole(first.due)}, and "
            f"{escape(clock_name(last))} of `{last.playbook}`, due {shown.whole(last.due)}: {apart}."
        )
    elif drill.collision:
        one = drill.collision.clocks[0]
        lines.append(
            f"- {escape(clock_name(one))} is the one met nearest to its due instant, {shown.whole(one.due)}."
        )
    lines += [
        f"- {escape(one.role)} is wanted twice from {shown.after(one.start)} to {shown.after(one.end)}: at "
        f"`{one.first}` of the first case and at `{one.second}` of the other. Each case is simulated alone; "
        "who takes the second one is for the players to say."
        for one in drill.shared
    ]
    return "\n".join(lines) or "- None on this way."
