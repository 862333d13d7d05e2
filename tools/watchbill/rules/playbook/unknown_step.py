"""A `go` names a step of the playbook, or `end`.

The page draws no arrow for a step that does not exist, and the responder stands before an answer
that leads nowhere.

Bad:
    kind: playbook
    steps:
      - id: linked
        ask: Are the accounts linked?
        role: analyst
        takes: 20m
        in_doubt: Treat them as linked.
        answers:
          - {answer: "Yes", go: blok}
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
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "playbook/unknown-step"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every `go` of every line."""
    for playbook in book.each(Playbook):
        flow = flow_of(playbook)
        for exit in flow.lost:
            if exit.go not in flow.numbers:
                line = flow.stops[exit.source].line
                known = [flow.stops[number].step.id for number in flow.lines[line]]
                yield Hit(
                    Address(playbook.key, (*exit.path, "go")),
                    f"there is no step `{exit.go}`",
                    suggest(exit.go, known, "name a step of this line, or `end`"),
                )
