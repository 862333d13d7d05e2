"""No side line waits for itself, nor two for each other.

Each waits for the other's end, and neither ever comes to it.

Bad:
    kind: playbook
    steps:
      - id: linked
        ask: Are the accounts linked?
        role: analyst
        takes: 20m
        in_doubt: Treat them as linked.
        answers:
          - {answer: "Yes", go: block}
          - {answer: "No", go: answer, excuses: {contained: Nothing to contain}}
      - id: block
        title: Block the accounts
        role: analyst
        takes: 15m
        runbook: block-account
        reaches: [contained]
        starts: [copies]
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        wait_for: [copies]
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
    lines:
      copies:
        - {id: sweep, title: Sweep copies, role: analyst, takes: 30m, wait_for: [copies]}

Good:
    kind: playbook
    steps:
      - id: linked
        ask: Are the accounts linked?
        role: analyst
        takes: 20m
        in_doubt: Treat them as linked.
        answers:
          - {answer: "Yes", go: block}
          - {answer: "No", go: answer, excuses: {contained: Nothing to contain}}
      - id: block
        title: Block the accounts
        role: analyst
        takes: 15m
        runbook: block-account
        reaches: [contained]
        starts: [copies]
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        wait_for: [copies]
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
    lines:
      copies:
        - {id: sweep, title: Sweep copies, role: analyst, takes: 30m}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "playbook/line-waits-for-itself"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every `wait_for` of a side line that leads back to that line."""
    for playbook in book.each(Playbook):
        flow = flow_of(playbook)
        inner = [use for use in flow.joins if flow.stops[use.stop].line]
        waits: dict[str, set[str]] = {}
        for use in inner:
            waits.setdefault(flow.stops[use.stop].line, set()).add(use.line)
        for use in inner:
            line = flow.stops[use.stop].line
            if line in _reach(use.line, waits):
                yield Hit(
                    Address(playbook.key, use.path),
                    f"the side line `{line}` waits for `{use.line}`, which waits for it"
                    if use.line != line
                    else f"the side line `{line}` waits for itself",
                    "wait for it in the main line",
                )


def _reach(line: str, waits: dict[str, set[str]]) -> set[str]:
    """The line and all that it waits for."""
    seen: set[str] = set()
    open_ = [line]
    while open_:
        name = open_.pop()
        if name not in seen:
            seen.add(name)
            open_.extend(waits.get(name, ()))
    return seen
