"""Which playbooks discharge a law, by the cards of the whole book."""

from watchbill.model.book import Book
from watchbill.model.card import Card


def discharging(book: Book, card: Card) -> tuple[Card, ...]:
    """The playbooks with a step that discharges it, by id."""
    found = (
        other
        for other in book.referrers(card.key)
        if other.kind == "playbook"
        and any(ref.id == card.id and "discharges" in ref.path for ref in other.references)
    )
    return tuple(sorted(found, key=lambda one: one.id))
