"""A duty that a step discharges is listed by the playbook.

Only listed duties are shown as clocks; the responder would not see this one, and its proof would be
left out.

Bad:
    kind: playbook
    obligations: []

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

ID = "playbook/obligation-not-listed"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every discharge; silent where the law itself is not there."""
    for playbook in book.each(Playbook):
        listed = playbook.obligations
        for part, path in flow_of(playbook).parts:
            for position, id in enumerate(part.discharges):
                if id not in listed and book.has(f"obligation:{id}"):
                    yield Hit(
                        Address(playbook.key, (*path, "discharges", position)),
                        f"`{id}` is discharged here, but the playbook does not list it",
                        "add it to `obligations`",
                    )
