"""What a step reaches is a milestone of the playbook's service level.

A misspelt milestone stops no clock: the promise shows as broken though the work was done in time.

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
        reaches: [contaned]
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
from watchbill.model.commitments import ServiceLevel
from watchbill.model.response import Playbook
from watchbill.rules.ground import promised
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "playbook/unknown-milestone"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every milestone of every step and answer; silent where the service level is not at hand."""
    for playbook in book.each(Playbook):
        level = book.get(ServiceLevel, playbook.service_level)
        if level is None:
            continue
        known = promised(level)
        for part, path in flow_of(playbook).parts:
            for position, name in enumerate(part.reaches):
                if name not in known:
                    yield Hit(
                        Address(playbook.key, (*path, "reaches", position)),
                        f"the service level `{level.id}` has no milestone `{name}`",
                        suggest(name, known, f"it has {', '.join(sorted(known))}"),
                    )
