"""What becomes of a document's references: one pass, made once for each document of a book."""

from typing import NamedTuple
from weakref import WeakKeyDictionary

from watchbill.model.book import Book
from watchbill.model.card import Card, Reference


class Targets(NamedTuple):
    """References that lead nowhere, to what is not active, and to pages with another audience."""

    lost: tuple[Reference, ...]
    idle: tuple[tuple[Reference, Card], ...]
    abroad: tuple[tuple[Reference, Card], ...]


_NONE = Targets((), (), ())
_kept: WeakKeyDictionary[Book, dict[str, Targets]] = WeakKeyDictionary()


def targets(book: Book, key: str) -> Targets:
    """The references of a document that a rule may have something to say about."""
    kept = _kept.setdefault(book, {})
    if key not in kept:
        kept[key] = _look(book, key)
    return kept[key]


def _look(book: Book, key: str) -> Targets:
    card = book.card(key)
    lost, idle, abroad = [], [], []
    if card is None:
        return _NONE
    for ref in card.references:
        found = False
        for kind in ref.kinds:
            name = f"{kind}:{ref.id}"
            target = book.card(name)
            if target is not None:
                found = True
                if target.status != "active":
                    idle.append((ref, target))
                if target.audience != card.audience:
                    abroad.append((ref, target))
        # A document that exists but could not be read has no card; it is no fault of this one.
        if not found and not any(book.has(f"{kind}:{ref.id}") for kind in ref.kinds):
            lost.append(ref)
    return Targets(tuple(lost), tuple(idle), tuple(abroad)) if lost or idle or abroad else _NONE
