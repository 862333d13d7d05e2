"""The title of a step begins with a verb that orders: "Block the accounts", not "Blocking" or "Account block".

A step is an order to a person. A title that describes lets the reader wonder whether it was done already, who does
it, or whether it is a heading.

Bad:
    kind: playbook
    steps:
      - id: block
        title: Blocking of the accounts
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
from watchbill.rules.wording._orders import no_order, orders

ID = "wording/verb-first"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every task and every step of a runbook; a question asks, and a wait waits."""
    for at, title in orders(book):
        word = no_order(title)
        if word:
            yield Hit(
                at,
                f"`{word}` is no verb that orders, and a step begins with one",
                "say what to do: `Send the reply`, `Block the account`",
                word,
            )
