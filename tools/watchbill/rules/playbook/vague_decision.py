"""A question says what to do when it cannot be told.

At 3 a.m. the facts are half there; without `in_doubt` two people answer differently, or nobody
answers.

Bad:
    kind: playbook
    steps:
      - id: linked
        ask: Are the accounts linked?
        role: analyst
        takes: 20m
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

ID = "playbook/vague-decision"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every decision that a person takes."""
    for playbook in book.each(Playbook):
        for stop, decision in flow_of(playbook).decisions:
            if decision.in_doubt is None and decision.by == "person":
                yield Hit(
                    Address(playbook.key, (*stop.path, "ask")),
                    f"`{decision.id}` does not say what to do when it cannot be told",
                    "add `in_doubt`: the answer that does the least harm",
                )
