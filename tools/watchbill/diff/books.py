"""The two books that are compared, and the two states of a document."""

from typing import NamedTuple

from watchbill.model.base import Document
from watchbill.model.book import Book


class Books(NamedTuple):
    """A book before and after a change."""

    before: Book
    after: Book


class Twice(NamedTuple):
    """A document before and after a change; None where it is not there."""

    before: Document | None
    after: Document | None

    @property
    def one(self) -> Document:
        """The later of the two. Raises ValueError where neither is there."""
        found = self.before if self.after is None else self.after
        if found is None:
            raise ValueError("a document that is in neither book")
        return found
