"""Every side line is started by a step outside it.

Nobody begins work that no step starts, and the duties on it count as met on paper only.

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
from watchbill.where import Address

ID = "playbook/line-never-started"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every side line; silent where a `starts` names a line that does not exist."""
    for playbook in book.each(Playbook):
        flow = flow_of(playbook)
        if any(use.path[-2] == "starts" for use in flow.unknown_lines):
            continue
        for line in flow.idle_lines:
            yield Hit(
                Address(playbook.key, ("lines", line)),
                f"no step starts the side line `{line}`",
                f"add `starts: [{line}]` to the step or answer that sets it off",
                key=True,
            )
