"""A side line that meets a duty or reaches a milestone is waited for.

The case is closed while the line still runs; then nobody checks that the duty on it was met.

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
        starts: [copies]
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
    lines:
      copies:
        - {id: sweep, title: Sweep copies, role: analyst, takes: 30m, reaches: [contained]}

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
from watchbill.graph.flow import Flow, flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook, Wait
from watchbill.where import Address

ID = "playbook/line-not-joined"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every side line that no step waits for."""
    for playbook in book.each(Playbook):
        if not playbook.lines:
            continue
        flow = flow_of(playbook)
        joined = {use.line for use in flow.joins}
        for line in playbook.lines:
            owed = [] if line in joined else _owed(flow, line)
            if owed:
                yield Hit(
                    Address(playbook.key, ("lines", line)),
                    f"nothing waits for the side line `{line}`, and it owes {', '.join(owed)}",
                    f"add `wait_for: [{line}]` to the step that closes the case",
                    key=True,
                )


def _owed(flow: Flow, line: str) -> list[str]:
    """What the line discharges and reaches, by steps and answers, in order."""
    steps = [flow.stops[number].step for number in flow.lines[line]]
    answers = [exit.answer for number in flow.lines[line] for exit in flow.exits[number]]
    parts = [*(step for step in steps if not isinstance(step, Wait)), *filter(None, answers)]
    return list(dict.fromkeys(id for part in parts for id in (*part.discharges, *part.reaches)))
