"""No two steps of a playbook, its side lines included, have the same id.

Links, records and `go` name a step by its id; with two of that name they lead to the first, and the
second is never found.

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
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
      - {id: block, title: Block the rest, role: analyst, takes: 5m}

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
      - {id: block-rest, title: Block the rest, role: analyst, takes: 5m}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "playbook/duplicate-step-id"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every step whose id stands before."""
    for playbook in book.each(Playbook):
        for stop in flow_of(playbook).repeated:
            yield Hit(
                Address(playbook.key, (*stop.path, "id")),
                f"there is a step `{stop.step.id}` already",
                "give the later one a name of its own",
            )
