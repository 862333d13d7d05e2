"""The state of whatever is read of a book, as a short text that changes with it."""

import hashlib
from collections.abc import Mapping
from functools import cached_property

from watchbill.model.book import DAY, Book


class States:
    """The states of a book's documents, of all of a kind, and of the day of judgement.

    `digests` gives the hash of each document by key; `tz` is the version of the tz database, which is all that
    the state of a day is.
    """

    def __init__(self, book: Book, digests: Mapping[str, str], tz: str) -> None:
        self._book = book
        self.digests = {**digests, f"{DAY}:{book.today}": tz}
        self._kinds: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The state of what a Book notes as read, by the name it is noted by; "" where it is not there."""
        found = self.digests.get(name)
        if "#" in name:
            return self._book.state_of(name)
        if found is not None or not name.endswith(":*"):
            return found or ""
        kind = name.removesuffix(":*")
        if kind not in self._kinds:
            rows = "\n".join(self._rows.get(kind, ()))
            self._kinds[kind] = hashlib.sha256(rows.encode()).hexdigest()
        return self._kinds[kind]

    @cached_property
    def _rows(self) -> dict[str, list[str]]:
        """By kind, each document's key and hash."""
        found: dict[str, list[str]] = {}
        for key, digest in sorted(self.digests.items()):
            found.setdefault(key.partition(":")[0], []).append(f"{key} {digest}")
        return found
