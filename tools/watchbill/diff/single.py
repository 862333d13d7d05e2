"""Two states of one file, compared in the midst of a book that has neither or one of them."""

from watchbill.diff.books import Books
from watchbill.diff.change import Change
from watchbill.diff.compare import compare
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.card import card_of


def changes(book: Book, old: Document | None, new: Document | None) -> tuple[Change, ...]:
    """What changed in meaning between two states of a document; None where it is not there. No clock is proven.

    All other documents are as the book has them.
    """
    keys = {one.key for one in (old, new) if one is not None}
    before, after = (_with(book, keys, one) for one in (old, new))
    return compare(Books(before, after), keys).changes


def _with(book: Book, keys: set[str], document: Document | None) -> Book:
    """The book without these documents and with this one."""
    cards = {key: card for key, card in book.cards.items() if key not in keys}
    own = document.key if document else ""
    if document:
        cards[own] = card_of(document)
    return Book(cards, lambda key: document if key == own else book.find(key), now=book.now)
