"""`at_most` and `again_after` stand beside a `go` that leads back.

They bound a loop; on a way forward they do nothing, and a reader believes that the step comes
again.

Bad:
    kind: playbook
    steps:
      - id: linked
        ask: Are the accounts linked?
        role: analyst
        takes: 20m
        in_doubt: Treat them as linked.
        answers:
          - {answer: "Yes", go: block, at_most: 3}
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
          - {answer: Not yet known, go: linked, at_most: 3}
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

ID = "playbook/at-most-without-backward-go"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every exit that is bounded and does not lead back; silent where it leads nowhere."""
    for playbook in book.each(Playbook):
        flow = flow_of(playbook)
        for exit in flow.bounded:
            if exit.backward or exit in flow.lost:
                continue
            field = "at_most" if exit.at_most else "again_after"
            yield Hit(
                Address(playbook.key, (*exit.path, field)),
                f"`{field}` bounds a way back, and this way leads forward",
                f"take `{field}` out, or let `go` lead back",
                key=True,
            )
