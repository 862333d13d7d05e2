"""On every path on which a listed duty arises it is discharged, or excused with a reason.

The legal clock starts whether anybody looks or not; a path without the step that meets it is a
breach by design.

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
        messages: [notice]
        done_when: The answer is sent.
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
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.ground import ground
from watchbill.where import Address

ID = "playbook/obligation-not-discharged"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every listed duty or right of ours, on every path where its clock starts."""
    for playbook in book.each(Playbook):
        duties, _, walk = ground(book, playbook)
        if walk is None:
            continue
        for duty in duties:
            if duty.law.binding == "not-ours" or duty.excluded:
                continue
            settled = duty.met | duty.excused
            for state in walk.ends:
                if duty.arises(state[1]) and not state[1] & settled:
                    verb = "decided on" if duty.law.binding == "may" else "discharged"
                    yield Hit(
                        Address(playbook.key, ("obligations", duty.position)),
                        f"`{duty.law.id}` arises and is neither {verb} nor excused"
                        f"{walk.on_path(state)}",
                        "add `discharges` to a step of this path, or `excuses` with a reason",
                    )
                    break
