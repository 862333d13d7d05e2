"""A side line has a step.

A line without a step is over as soon as it is started, and who waits for it waits for nothing.

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
      copies: []

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
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "playbook/empty-line"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every side line."""
    for playbook in book.each(Playbook):
        for line, steps in playbook.lines.items():
            if not steps:
                yield Hit(
                    Address(playbook.key, ("lines", line)),
                    f"the side line `{line}` has no step",
                    "write its steps, or take it and its `starts` out",
                    key=True,
                )
