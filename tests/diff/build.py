"""Comparisons of the smallest book with itself under an overlay."""

import hashlib
from collections.abc import Collection
from functools import partial

from tests import smallest
from watchbill.diff import unread
from watchbill.diff.books import Books
from watchbill.diff.change import Change
from watchbill.diff.compare import compare
from watchbill.diff.remembered import Remembered
from watchbill.model.book import Book
from watchbill.model.states import States
from watchbill.rules.provable import provable


def books(before: str, after: str) -> Books:
    """The smallest book under two overlays ("" for none)."""
    return Books(
        *(smallest.book(smallest.overlaid(one) if one else None) for one in (before, after))
    )


def edited(found: Books, touched: Collection[str] | None = None) -> tuple[Change, ...]:
    """Every change of a document's own fields; not that a law was not read again, which follows from them."""
    return tuple(one for one in compare(found, touched).changes if one.kind != unread.KIND)


def states(book: Book) -> States:
    """The states of a book in memory."""
    found = {key: repr(book.find(key)) for key in book.keys}
    digests = {key: hashlib.sha256(one.encode()).hexdigest() for key, one in found.items()}
    return States(book, digests, "2026f")


def proven(before: str, after: str, remembered: Remembered | None = None) -> tuple[Change, ...]:
    """Every change between the two, all clocks proven."""
    found = books(before, after)
    kept = remembered or Remembered({}, provable)
    first, second = (partial(kept.profile, book, states(book)) for book in found)
    return compare(found, None, (first, second)).changes
