"""A playbook is small enough to be proven: at most 4,096 ways through it that differ for its clocks.

What cannot be proven is not known to hold. Questions multiply each other's ways, and so do two loops that may
be gone round often.

Bad:
    kind: playbook
    steps:
      - id: block
        title: Block the accounts
        role: analyst
        takes: 1m
        runbook: block-account
        done_when: The accounts cannot sign in.
        reaches: [contained]
      - id: linked
        ask: Does any account of the ring still sign in?
        role: analyst
        takes: 1m
        in_doubt: Say yes.
        answers:
          - {answer: "Yes", go: block, at_most: 20}
          - {answer: "Nobody can tell yet", go: linked, at_most: 20, again_after: 5h}
          - {answer: "No", go: answer}
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
      - id: block
        title: Block the accounts
        role: analyst
        takes: 1m
        runbook: block-account
        done_when: The accounts cannot sign in.
        reaches: [contained]
      - id: linked
        ask: Does any account of the ring still sign in?
        role: analyst
        takes: 1m
        in_doubt: Say yes.
        answers:
          - {answer: "Yes", go: block, at_most: 3}
          - {answer: "Nobody can tell yet", go: linked, at_most: 3, again_after: 5m}
          - {answer: "No", go: answer}
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
    ---
    kind: scenario
    expect:
      path: desk-first
      visited: [block, linked, answer]
    given:
      playbook: fraud-ring
      region: emea
      instant: 2026-12-25T03:10:00+00:00
      answers: {linked: "No"}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.proof._playbooks import proven
from watchbill.simulate.proof.question import MOST
from watchbill.where import Address

ID = "proof/too-many-ways"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every playbook whose proof was given up."""
    for playbook in book.each(Playbook):
        proof = proven(book, playbook)
        if proof is not None and proof.too_many:
            yield Hit(
                Address(playbook.key, ("steps",)),
                f"there are more than {MOST} ways through these steps, so none of its clocks is proven",
                "split the playbook (let an answer open another one with `opens`), or lower an `at_most`",
                key=True,
            )
