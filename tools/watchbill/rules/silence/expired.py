"""A silence has not ended.

A finding was accepted for a while, with a reason. The while is over: the finding is back, and the
line that hid it only misleads.

Bad:
    kind: team
    silences:
      - {rule: ownership/no-contact, reason: The new mailbox comes in spring., until: 2026-05-01}

Good:
    kind: team
    silences:
      - {rule: ownership/no-contact, reason: The new mailbox comes in spring., until: 2027-05-01}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.where import Address

ID = "silence/expired"
LEVEL = Level.ERROR
CLOCK = True


def check(book: Book) -> Iterator[Hit]:
    """Every silence of every document."""
    today = book.now.date()
    for key, card in book.cards.items():
        for position, (rule, _, until) in enumerate(card.silences):
            if until < today:
                yield Hit(
                    Address(key, ("silences", position, "until")),
                    f"the silence on `{rule}` ended on {until}",
                    "mend what it hid and take the silence out",
                )
