"""A runbook, message, schedule, calendar, service level or partner is named by some other document.

What nothing names is found by nobody at night, is not kept right, and still costs a review every
quarter. Often the playbook that should name it has lost the line.

Bad:
    kind: runbook
    id: close-account

Good:
    kind: runbook
    id: close-account
    ---
    kind: playbook
    after: Close what is left as in [[runbook:close-account]].
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.where import Address

ID = "references/orphan"
LEVEL = Level.WARNING
NAMED = frozenset({"runbook", "message", "schedule", "calendar", "service-level", "partner"})


def check(book: Book) -> Iterator[Hit]:
    """Every active document of these kinds that no other names.

    Silent for a kind while a reference to it leads nowhere: that one may be the lost name.
    """
    cards = book.cards
    named: set[str] = set()
    lost: set[str] = set()
    for card in cards.values():
        for ref in card.references:
            keys = [f"{kind}:{ref.id}" for kind in ref.kinds]
            if not any(key in cards or key in book.broken for key in keys):
                lost.update(ref.kinds)
            elif NAMED.intersection(ref.kinds):
                named.update(key for key in keys if key != card.key)
    for key, card in cards.items():
        if card.kind not in NAMED or card.status != "active":
            continue
        if key not in named and card.kind not in lost:
            yield Hit(
                Address(key, ("id",)),
                f"no document names {card.kind} `{card.id}`",
                "name it where it is needed, or take it out",
            )
