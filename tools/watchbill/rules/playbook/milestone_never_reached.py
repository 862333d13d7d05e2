"""On every path each promised milestone is reached, or excused with a reason.

The service-level clock runs until somebody stops it; on the path where no step does, it is broken
however well the work was done.

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
          - {answer: "No", go: answer}
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

ID = "playbook/milestone-never-reached"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every milestone that the service level promises at a severity of the playbook."""
    for playbook in book.each(Playbook):
        _, milestones, walk = ground(book, playbook)
        if walk is None:
            continue
        for name in milestones:
            settled = walk.bits.bit("reached", name) | walk.bits.bit("excused", name)
            missed = next((state for state in walk.ends if not state[1] & settled), None)
            if missed is not None:
                yield Hit(
                    Address(playbook.key, ("service_level",)),
                    f"`{name}` is neither reached nor excused{walk.on_path(missed)}",
                    f"add `reaches: [{name}]` to a step, or `excuses` with a reason to an answer",
                )
