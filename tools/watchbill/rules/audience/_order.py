"""The organisation's audiences in the form that rules ask for, made once for each book."""

from typing import NamedTuple
from weakref import WeakKeyDictionary

from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.card import Card
from watchbill.model.organization import Vendor
from watchbill.model.tiers import Tiers


class Order(NamedTuple):
    """The declared audiences, what a document without one gets, and who reads whose pages."""

    known: frozenset[str]
    default: str
    tiers: Tiers
    readable: dict[str, frozenset[str]]
    vendor_roles: dict[str, tuple[str, str]]

    def of(self, document: Document | Card) -> str:
        """The audience of a document, its own or the default."""
        return document.audience or self.default


_kept: WeakKeyDictionary[Book, Order] = WeakKeyDictionary()


def order(book: Book) -> Order:
    """The order of audiences. Asking for them notes that the document in hand depends on what is declared."""
    book.audiences()
    found = _kept.get(book)
    if found is None:
        tiers = book.tiers()
        known = frozenset(book.audiences())
        readable = {tier: tiers.readable(tier) for tier in known}
        found = Order(known, book.default_audience(), tiers, readable, _vendor_roles(book))
        _kept[book] = found
    return found


def vendor_roles(book: Book) -> dict[str, tuple[str, str]]:
    """The vendor that staffs a role, and the highest tier that its people may read."""
    book.all(Vendor)
    return order(book).vendor_roles


def _vendor_roles(book: Book) -> dict[str, tuple[str, str]]:
    vendors = {vendor.id: vendor.max_audience for vendor in book.all(Vendor)}
    return {
        id: (role.staffed_by, vendors[role.staffed_by])
        for id, role in book.roles().items()
        if role.staffed_by in vendors
    }
