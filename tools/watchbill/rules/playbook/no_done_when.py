"""A step that discharges a duty says how to know that it is done.

The clock stops when the step ends; if two people would end it at different moments, the record of
the duty is worth nothing.

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
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        messages: [notice]
        discharges: [answer-law]
        reaches: [resolved]

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
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "playbook/no-done-when"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every step with `discharges`."""
    for playbook in book.each(Playbook):
        for stop, step in flow_of(playbook).work:
            if step.discharges and step.done_when is None:
                yield Hit(
                    Address(playbook.key, (*stop.path, "discharges")),
                    f"`{step.id}` meets {', '.join(step.discharges)}, and does not say when it is done",
                    "add `done_when`: what anybody can see once it is done",
                    key=True,
                )
