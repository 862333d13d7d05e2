"""No answer opens the playbook that it stands in.

A second case of the same kind for the same incident splits the record and pages everybody again.

Bad:
    kind: playbook
    steps:
      - id: linked
        ask: Are the accounts linked?
        role: analyst
        takes: 20m
        in_doubt: Treat them as linked.
        answers:
          - {answer: "Yes", go: block, opens: [fraud-ring]}
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

ID = "playbook/opens-itself"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every answer that opens playbooks."""
    for playbook in book.each(Playbook):
        for exit, answer in flow_of(playbook).answers:
            if playbook.id in answer.opens:
                position = answer.opens.index(playbook.id)
                yield Hit(
                    Address(playbook.key, (*exit.path, "opens", position)),
                    "the answer opens the playbook that it stands in",
                    "lead back with `go`, or name the other playbook",
                )
