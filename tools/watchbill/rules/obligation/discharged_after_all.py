"""A law that a playbook discharges does not say that none does.

The list of what is not operated is read by counsel and by auditors: a line in it that has been
overtaken makes them doubt every other.

Bad:
    kind: obligation
    not_operated:
      because: Nobody has written to us yet.
      decided_by: legal
      decided_on: 2026-11-02

Good:
    kind: obligation
    due: 24h
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.rules.obligation._discharged import discharging
from watchbill.where import Address

ID = "obligation/discharged-after-all"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every law with a reason that a playbook in force discharges, by the cards."""
    for key, card in book.cards.items():
        if not card.value("not_operated"):
            continue
        by = next((one for one in discharging(book, card) if one.status == "active"), None)
        if by:
            yield Hit(
                Address(key, ("not_operated",)),
                f"it says why no playbook discharges it, and `{by.id}` does",
                "take `not_operated` out",
            )
