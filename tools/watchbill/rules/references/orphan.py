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
    """Every active document of these kinds that no other document names."""
    if book.broken:
        return  # what could not be read may name any of them
    named = {
        f"{kind}:{ref.id}"
        for card in book.cards.values()
        for ref in card.references
        for kind in ref.kinds
        if kind in NAMED and (ref.id != card.id or kind != card.kind)
    }
    for key, card in book.cards.items():
        if card.kind in NAMED and card.status == "active" and key not in named:
            yield Hit(
                Address(key, ("id",)),
                f"no document names {card.kind} `{card.id}`",
                "name it where it is needed, or take it out",
            )
