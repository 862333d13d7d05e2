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
    if book.broken:
        return  # what could not be read may name any of them
    cards = book.cards
    named: set[tuple[str, str]] = set()
    lost: set[str] = set()
    for card in cards.values():
        own = (card.kind, card.id)
        for kinds, id in {(ref.kinds, ref.id) for ref in card.references}:
            found = [(kind, id) for kind in kinds if f"{kind}:{id}" in cards]
            if not found:
                lost.update(kinds)
            named.update(one for one in found if one != own)
    for key, card in cards.items():
        if card.kind not in NAMED or card.status != "active":
            continue
        if (card.kind, card.id) not in named and card.kind not in lost:
            yield Hit(
                Address(key, ("id",)),
                f"no document names {card.kind} `{card.id}`",
                "name it where it is needed, or take it out",
            )
