"""Which playbooks list a law, and which discharge it, by the cards of the whole book."""

from watchbill.model.book import Book
from watchbill.model.card import Card


def listing(book: Book, card: Card) -> tuple[Card, ...]:
    """The playbooks that list it or discharge it, by id."""
    return _naming(book, card, ("obligations", "discharges"))


def discharging(book: Book, card: Card) -> tuple[Card, ...]:
    """The playbooks with a step that discharges it, by id."""
    return _naming(book, card, ("discharges",))


def _naming(book: Book, card: Card, fields: tuple[str, ...]) -> tuple[Card, ...]:
    found = (
        other
        for other in book.referrers(card.key)
        if other.kind == "playbook"
        and any(
            ref.id == card.id and field in ref.path for ref in other.references for field in fields
        )
    )
    return tuple(sorted(found, key=lambda one: one.id))
