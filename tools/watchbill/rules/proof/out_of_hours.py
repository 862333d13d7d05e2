"""Whoever a step takes is there at every minute; else its reader knows when it waits.

A case comes at any hour. Where no clock is late the wait is allowed, and yet a lead who plans the night should
know which steps stand still until the office opens.

Bad:
    kind: schedule
    id: legal-watch
    cover: as-listed
    limits: Nobody at night.
    shifts:
      - id: all
        region: emea
        timezone: Europe/Dublin
        hours: "09:00-17:00"
        members: [legal-01]
        from: 2026-11-02
    ---
    kind: playbook
    steps:
      - id: linked
        ask: Are the accounts linked?
        role: counsel
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

Good:
    kind: playbook
    never: [Warn the accounts before they are closed]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.model.time import Schedule
from watchbill.rules.proof._hands import gaps, there
from watchbill.simulate.proof.people import people
from watchbill.timeline import spoken
from watchbill.where import Address

ID = "proof/out-of-hours"
LEVEL = Level.NOTE


def check(book: Book) -> Iterator[Hit]:
    """Every set of people whom a step takes, and who are there at times only."""
    for playbook in book.each(Playbook):
        for one in there(book, playbook):
            off = gaps(one.spans, one.begin, people(book).end)
            if not off or not one.spans:
                continue
            longest = max(off, key=lambda span: (span.length, -span.start))
            by = people(book).staff(one.hands.role)
            zone = by.shifts[0].timezone if isinstance(by, Schedule) else "UTC"
            yield Hit(
                Address(playbook.key, (*one.stop.path, "role")),
                f"{one.who} is not there at every minute, and `{one.stop.step.id}` waits up to"
                f" {spoken.length(longest.length)}: {spoken.stretch(zone, longest)}",
                "give the step to a role that is, or leave it where it may wait",
            )
