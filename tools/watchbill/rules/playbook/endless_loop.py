"""From every step a way leads to the end of its line.

A loop without a way out keeps the responder going round until somebody notices, and no clock in it
is ever answered.

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
        go: block
        at_most: 3

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
          - {answer: "No", go: answer, at_most: 3}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "playbook/endless-loop"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every `go` that leads back inside a loop without a way out."""
    for playbook in book.each(Playbook):
        flow = flow_of(playbook)
        stuck = {stop.number for stop in flow.stuck}
        for exit in flow.loops:
            if exit.source in stuck:
                yield Hit(
                    Address(playbook.key, (*exit.path, "go")),
                    f"from `{flow.stops[exit.source].step.id}` every way leads back to "
                    f"`{exit.go}`: there is no way out",
                    "add an answer that leads on, or `go: end`",
                )
