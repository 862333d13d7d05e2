"""Whoever a step takes is there at some minute of the next 400 days.

A step that waits for two people who are never on together, or for a watch that has ended, never begins; and
where no clock runs, nothing else would ever say so.

Bad:
    kind: schedule
    id: legal-watch
    cover: as-listed
    limits: One counsel at a time.
    shifts:
      - id: all
        region: emea
        timezone: Europe/Dublin
        hours: 24h
        members: [legal-01]
        from: 2026-11-02
    ---
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
        role: counsel
        people: 2
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
    never: [Warn the accounts before they are closed]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.proof._hands import there
from watchbill.where import Address

ID = "proof/never-there"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every set of people whom a step takes."""
    for playbook in book.each(Playbook):
        for one in there(book, playbook):
            if not one.spans:
                yield Hit(
                    Address(playbook.key, (*one.stop.path, "role")),
                    f"{one.who} is there at no minute of the next 400 days, and"
                    f" `{one.stop.step.id}` never begins",
                    "give the step to a role that somebody stands, or the role more people",
                )
