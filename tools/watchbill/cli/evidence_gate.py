"""What of a bundle of evidence its readers may see: by the book of each state as their tier may read it."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from watchbill.errors import CannotRun
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.card import Card
from watchbill.model.response import Playbook
from watchbill.pages.edition import Edition, edition
from watchbill.pages.hide import every_line
from watchbill.pages.leaks import leaks, secrets

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Seen(NamedTuple):
    """The book of a state and its edition for the readers; None where it had no such audience then."""

    book: Book
    part: Edition | None

    def shows(self, key: str) -> bool:
        """Whether the readers may see a document."""
        return self.part is not None and self.part.book.card(key) is not None

    def document(self, key: str) -> Document | None:
        """A document as the readers may see it."""
        return self.part.book.find(key) if self.part is not None and self.shows(key) else None

    def whole(self, key: str) -> bool:
        """Whether they may see all of it."""
        return self.shows(key) and self.document(key) == self.book.find(key)

    def untold(self, key: str, *texts: str) -> bool:
        """Whether texts about a playbook name none of its steps that they may not see."""
        hidden = self.part.hidden_steps.get(key, frozenset()) if self.part is not None else None
        playbook = self.book.find(key)
        if not hidden or not isinstance(playbook, Playbook):
            return hidden is not None
        words = {word for text in texts for word in _WORD.findall(text)}
        lines = every_line(playbook).values()
        steps = (step for line in lines for step in line if step.id in hidden)
        said = {str(getattr(one, name, "") or "") for one in steps for name in ("title", "ask")}
        return not words & hidden and not any(one in text for one in said if one for text in texts)


class Gate:
    """Asked of every text before it goes into a bundle."""

    def __init__(self, books: Sequence[Book], audience: str, reader: str) -> None:
        """`books` are those of all states that can be read, oldest first. Raises CannotRun for an unknown audience."""
        found = [Seen(book, _edition(book, audience, reader)) for book in books]
        self._seen = {id(one.book): one for one in found}
        if found and found[-1].part is None:
            edition(books[-1], audience, reader)
        # Who reads it knows of themselves.
        self._secrets = _secrets(found) - {reader}
        gone = {key for one in found for key in (one.part.hidden if one.part else one.book.keys)}
        shown = {key for one in found if one.part for key in one.part.book.keys}
        self._ids = {_id(key) for key in gone - shown} - {_id(key) for key in shown}
        last = found[-1] if found else None
        default = last.book.default_audience() if last else ""
        # Whether they may read what names no tier, as the messages of commits do not.
        self.inside = bool(last and default in last.book.tiers().readable(audience))

    def seen(self, book: Book) -> Seen:
        """A book of a state as the readers may see it."""
        return self._seen[id(book)]

    def open(self, *texts: str) -> bool:
        """Whether texts tell nothing that the readers may not see."""
        return not leaks((("", text) for text in texts), self._secrets)

    def strictly(self, *texts: str) -> bool:
        """The same, and no id of a document that they may not see stands in them, be it a plain word."""
        words = {word for text in texts for word in _WORD.findall(text)}
        return not words & self._ids and self.open(*texts)

    def check(self, files: Iterable[tuple[str, str]]) -> None:
        """The last look at all that was made. Raises CannotRun where anything tells too much."""
        found = leaks(files, self._secrets)
        if found:
            raise CannotRun(f"no bundle: it would tell these readers too much: {found[0]}")


def _edition(book: Book, audience: str, reader: str) -> Edition | None:
    try:
        return edition(book, audience, reader)
    except CannotRun:
        return None


def _id(key: str) -> str:
    return key.partition(":")[2]


def _secrets(found: Sequence[Seen]) -> frozenset[str]:
    """What must not show, of all states at once: what is open in any of them is no secret."""
    whole, part = _Pile(), _Pile()
    for one in found:
        whole.add(one.book)
        if one.part is not None:
            part.add(one.part.book)
    shown = {key for one in found if one.part for key in one.part.book.keys}
    every = {key for one in found for key in one.book.keys}
    steps: dict[str, frozenset[str]] = {}
    for one in found:
        for key, ids in (one.part.hidden_steps if one.part else {}).items():
            steps[key] = steps.get(key, frozenset()) | ids
    together = Edition("", "", "", part.book(), frozenset(every - shown), steps)
    return secrets(whole.book(), together)


class _Pile:
    """The documents of many books as one, each state of each once."""

    def __init__(self) -> None:
        self._cards: dict[str, Card] = {}
        self._documents: dict[str, Document] = {}
        self._known: set[int] = set()

    def add(self, book: Book) -> None:
        """Adds what is new in a book."""
        for key in book.keys:
            document, card = book.find(key), book.card(key)
            if document is not None and card is not None and id(document) not in self._known:
                self._known.add(id(document))
                name = f"{key}#{len(self._known)}"
                self._cards[name], self._documents[name] = card, document

    def book(self) -> Book:
        """All of it."""
        return Book(self._cards, self._documents.get)
