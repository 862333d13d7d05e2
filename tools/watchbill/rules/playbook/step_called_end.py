"""No step is called `end`.

`go: end` ends the line; a step of that name could never be come to.

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
      - {id: end, title: Close the case, role: analyst, takes: 5m}

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
      - {id: close, title: Close the case, role: analyst, takes: 5m}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "playbook/step-called-end"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every step."""
    for playbook in book.each(Playbook):
        flow = flow_of(playbook)
        if "end" in flow.numbers:
            stop = flow.stops[flow.numbers["end"]]
            yield Hit(
                Address(playbook.key, (*stop.path, "id")),
                "`end` is the word that ends a line, and no name of a step",
                "call it `close`, or what it does",
            )
