"""A `go` that leads back says how often at most.

Without a bound the worst case has no end, and no clock behind the loop can be proven.

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
        ask: Has the answer been read?
        role: analyst
        takes: 15m
        messages: [notice]
        in_doubt: It has not.
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
        answers:
          - {answer: "Yes", go: end}
          - {answer: "No", go: answer}

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
        ask: Has the answer been read?
        role: analyst
        takes: 15m
        messages: [notice]
        in_doubt: It has not.
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
        answers:
          - {answer: "Yes", go: end}
          - {answer: "No", go: answer, at_most: 3, again_after: 1h}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "playbook/backward-go-without-at-most"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every `go` to an earlier step or to its own."""
    for playbook in book.each(Playbook):
        for exit in flow_of(playbook).loops:
            if exit.at_most is None:
                yield Hit(
                    Address(playbook.key, (*exit.path, "go")),
                    f"`go: {exit.go}` leads back, and does not say how often at most",
                    "add `at_most: 3`, or how often it may be at the worst",
                )
