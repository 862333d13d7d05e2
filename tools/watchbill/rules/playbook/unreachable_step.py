"""Every step can be come to from the beginning of its line.

A step that no answer leads to is never done, though the page shows it among the others and the duty
on it counts as met.

Bad:
    kind: playbook
    steps:
      - id: linked
        ask: Are the accounts linked?
        role: analyst
        takes: 20m
        in_doubt: Treat them as linked.
        answers:
          - {answer: "Yes", go: answer}
          - {answer: "No", go: answer}
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

ID = "playbook/unreachable-step"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every step; silent where a `go` leads nowhere, which is to be mended first."""
    for playbook in book.each(Playbook):
        flow = flow_of(playbook)
        if flow.lost or flow.repeated:
            continue
        for stop in flow.unreached:
            yield Hit(
                Address(playbook.key, (*stop.path, "id")),
                f"no step leads to `{stop.step.id}`",
                "let an answer `go` there, or take the step out",
            )
