"""The title of a step orders one thing.

Two orders in one step have one time, one role and one record. Where the first is done and the second is not,
nobody sees it: neither the reader who takes over nor the clock.

Bad:
    kind: playbook
    steps:
      - id: block
        title: Block the accounts and tell the bank
        role: analyst
        takes: 15m
        done_when: The accounts cannot sign in.
        discharges: [answer-law]
        reaches: [contained, resolved]

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
        title: Block the accounts and all cards
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
from watchbill.rules.wording._orders import further, orders

ID = "wording/several-actions"
LEVEL = Level.NOTE


def check(book: Book) -> Iterator[Hit]:
    """Every task and every step of a runbook."""
    for at, title in orders(book):
        more = further(title)
        if more:
            verbs = ", ".join(f"`{word}`" for word in more)
            yield Hit(
                at,
                f"it orders {len(more) + 1} things; {verbs} may be left undone unseen",
                "make a step of each, or leave the lesser one to `do`",
                more[0],
            )
