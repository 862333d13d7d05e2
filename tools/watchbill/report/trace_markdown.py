"""A trace as Markdown, for a ticket, a review or a pull request."""

import re
from collections.abc import Iterable, Iterator

from watchbill.report.trace import head, verdict
from watchbill.report.trace_due import duty_words, promise_words
from watchbill.report.trace_words import (
    after,
    halt_words,
    hour,
    local,
    rows,
)
from watchbill.simulate.trace import Trace

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&@!])")


def markdown(trace: Trace) -> str:
    """The whole trace."""
    title, *lines = head(trace)
    parts = [f"## {escape(title)}", "  \n".join(escape(line) for line in lines)]
    parts.append(f"**{escape(verdict(trace))}**")
    parts.append("\n".join(_timeline(trace)))
    law = ((one.id, one.binding, duty_words(trace, one)) for one in trace.duties)
    promises = ((one.id, promise_words(trace, one)) for one in trace.promises)
    parts.extend(_part("Law", ("Duty", "Binding", "Outcome"), law))
    parts.extend(_part("Promises", ("Milestone", "Outcome"), promises))
    if trace.halts:
        parts.append("### Stands still")
        parts.append("\n".join(f"- {escape(halt_words(halt))}" for halt in trace.halts))
    parts.append(f"Feasible if: {escape('; '.join(trace.assumptions))}. tz database {trace.tz}.")
    return "\n\n".join(parts) + "\n"


def escape(words: str) -> str:
    """Words in which nothing means anything to Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", words.replace("\n", " "))


def table(head: tuple[str, ...], body: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table, line by line."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in body:
        yield f"| {' | '.join(escape(cell) for cell in row)} |"


def _timeline(trace: Trace) -> Iterator[str]:
    body = (
        (after(trace, at), f"{local(at, 'UTC'):%Y-%m-%d} {hour(local(at, 'UTC'))}", label, words)
        for at, label, words in rows(trace)
    )
    yield from table(("After", "UTC", "What", "Detail"), body)


def _part(title: str, head: tuple[str, ...], body: Iterable[tuple[str, ...]]) -> Iterator[str]:
    lines = list(table(head, body))
    if len(lines) > 2:
        yield f"### {title}"
        yield "\n".join(lines)
