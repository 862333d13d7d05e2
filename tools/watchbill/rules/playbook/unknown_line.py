"""`starts` and `wait_for` name a side line of the playbook.

Work that a misspelt name should have begun is never done; a wait for a line that does not exist
looks as if it were over.

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
        starts: [copys]
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        wait_for: [copies]
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
    lines:
      copies:
        - {id: sweep, title: Sweep copies, role: analyst, takes: 30m}

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
        starts: [copies]
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        wait_for: [copies]
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
    lines:
      copies:
        - {id: sweep, title: Sweep copies, role: analyst, takes: 30m}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "playbook/unknown-line"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every line that is started or waited for."""
    for playbook in book.each(Playbook):
        flow = flow_of(playbook)
        for use in flow.unknown_lines:
            yield Hit(
                Address(playbook.key, use.path),
                f"there is no side line `{use.line}`",
                suggest(use.line, playbook.lines, "write it under `lines:`"),
            )
