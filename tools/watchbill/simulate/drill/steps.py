"""The steps of a drill, each with what the book says of it and what its end brings."""

from collections import Counter
from collections.abc import Iterator

from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Answer, Decision, Playbook, Wait
from watchbill.simulate.drill.case import StepNote
from watchbill.simulate.trace import Happening, Trace

_BRINGS = ("reach", "discharge", "excuse", "mark", "severity", "open")


def steps_of(book: Book, trace: Trace) -> tuple[StepNote, ...]:
    """Every visit of a step in the order of time."""
    playbook = book.get(Playbook, trace.incident.playbook)
    return tuple(_notes(book, playbook, trace)) if playbook else ()


def _notes(book: Book, playbook: Playbook, trace: Trace) -> Iterator[StepNote]:
    flow, visits = flow_of(playbook), Counter[str]()
    readable = book.tiers().readable(book.audience_of(playbook))
    said: dict[str, list[str]] = {}
    for id, answer in trace.answers:
        said.setdefault(id, []).append(answer)
    for one in trace.happenings:
        if one.kind not in ("begin", "wait"):
            continue
        step = flow.stops[flow.numbers[one.step]].step
        visits[one.step] += 1
        hidden = step.audience if step.audience and step.audience not in readable else ""
        note = StepNote(
            one.at, one.until, step.id, one.line, "wait", _titled(step), audience=hidden
        )._replace(brings=tuple(_brought(trace, one)), called=tuple(_called(trace, one)))
        if isinstance(step, Wait):
            yield note
            continue
        note = note._replace(
            form="task",
            role=step.role,
            second=step.second or "",
            member=one.member,
            done_when=step.done_when or "",
            runbook=step.runbook or "",
            messages=step.messages,
        )
        yield _decided(book, note, step, said, visits) if isinstance(step, Decision) else note


def _titled(step: object) -> str:
    if isinstance(step, Decision):
        return step.ask
    return str(getattr(step, "title", "") or "Wait for somebody outside")


def _decided(
    book: Book, note: StepNote, step: Decision, said: dict[str, list[str]], visits: Counter[str]
) -> StepNote:
    words = said[step.id][visits[step.id] - 1]
    answer = next(one for one in step.answers if one.answer == words)
    return note._replace(
        form="decision", answer=words, doubt=step.in_doubt or "", facts=tuple(_facts(book, answer))
    )


def _facts(book: Book, answer: Answer) -> Iterator[tuple[str, str]]:
    """The facts that an answer sets, as (question, value); without a question the fact's name stands in."""
    titles = book.case_facts()
    for test in answer.means:
        title = titles[test.fact].title if test.fact in titles else test.fact
        value = test.value if isinstance(test.value, str) else "yes" if test.value else "no"
        yield title, value


def _called(trace: Trace, begun: Happening) -> Iterator[tuple[str, int, int]]:
    """Who had to be called for a step before it began."""
    for one in trace.happenings:
        if one.kind == "call" and one.step == begun.step and one.at <= begun.at:
            yield one.role, one.at, one.until


def _brought(trace: Trace, begun: Happening) -> Iterator[tuple[str, str]]:
    """What happens at the end of a step, as (kind, what)."""
    for one in trace.happenings:
        if one.step == begun.step and one.at == begun.until and one.kind in _BRINGS:
            yield one.kind, one.what
