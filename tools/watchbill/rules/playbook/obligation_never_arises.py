"""Each listed duty arises on at least one path.

A clock on the page that can never start hides the one that matters, or its event was forgotten and
the duty goes unseen.

Bad:
    kind: playbook
    begins: [case-opened]

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
from watchbill.graph.walk import Walk
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.ground import Duty, ground
from watchbill.where import Address

ID = "playbook/obligation-never-arises"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every listed duty, whoever owes it."""
    for playbook in book.each(Playbook):
        duties, _, walk = ground(book, playbook)
        if walk is None or walk.too_many:
            continue
        for duty in duties:
            if not any(duty.arises(mind) for _, mind in walk.ends):
                yield Hit(
                    Address(playbook.key, ("obligations", duty.position)),
                    f"`{duty.law.id}` arises on no path: {_why(duty, walk)}",
                    "take it out, or let a step or answer mark the event and set the facts",
                )


def _why(duty: Duty, walk: Walk) -> str:
    if duty.excluded is not None:
        return f"it needs `{duty.excluded}`, and the organisation says otherwise"
    if not any(mind & duty.event for _, mind in walk.ends):
        return f"`{duty.law.starts}` never happens"
    return f"where `{duty.law.starts}` happens, the answers rule out {_facts(duty)}"


def _facts(duty: Duty) -> str:
    return " and ".join(f"`{test}`" for test in duty.law.applies_if)
