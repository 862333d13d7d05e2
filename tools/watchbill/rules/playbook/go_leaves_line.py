"""A `go` stays in its own line.

A side line runs beside the main line; who jumps from one into the other leaves the first without an
end, and `wait_for` waits for ever.

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
        go: sweep
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
    lines:
      copies:
        - {id: sweep, title: Sweep copies, role: analyst, takes: 30m}

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

ID = "playbook/go-leaves-line"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every `go` that names a step of another line."""
    for playbook in book.each(Playbook):
        flow = flow_of(playbook)
        for exit in flow.lost:
            if exit.go in flow.numbers:
                line = flow.stops[flow.numbers[exit.go]].line
                yield Hit(
                    Address(playbook.key, (*exit.path, "go")),
                    f"`{exit.go}` is a step of {_named(line)}, and `go` never leaves its line",
                    f"start it with `starts: [{line}]`" if line else "end the line with `go: end`",
                )


def _named(line: str) -> str:
    return f"the side line `{line}`" if line else "the main line"
