"""The event that starts the service level happens in the playbook.

A promise whose clock never starts is never late: the dashboard is green, and nobody was helped.

Bad:
    kind: playbook
    begins: [notice-received]

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
from watchbill.model.commitments import ServiceLevel
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "playbook/promise-never-starts"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every playbook, by what it begins with, marks and waits for."""
    for playbook in book.each(Playbook):
        level = book.get(ServiceLevel, playbook.service_level)
        if level is None or level.starts in playbook.begins:
            continue
        flow = flow_of(playbook)
        marked = {event for part, _ in flow.parts for event in part.marks}
        if level.starts not in marked and all(wait.wait != level.starts for _, wait in flow.waits):
            yield Hit(
                Address(playbook.key, ("service_level",)),
                f"the clock of `{level.id}` starts at `{level.starts}`, which never happens here",
                f"add `{level.starts}` to `begins`, or to the `marks` of a step",
            )
