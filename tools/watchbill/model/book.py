"""The Book: every document of an operation, by kind and id, with a record of who looked at what.

Documents are fetched when they are first asked for. While a rule goes through `each(kind)`, the Book
notes which other documents it reads on behalf of the one in hand; so a verdict on a document can be
kept until that document, or one that was read for it, changes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import TypeVar

from watchbill.model.base import Document
from watchbill.model.card import Card, Cards, Reference, card_of, digest_of, references
from watchbill.model.declared import Declared

D = TypeVar("D", bound=Document)
# What is read of the day of judgement is noted as `day:2026-11-23`, beside the keys of documents.
DAY = "day"
# What is read of a document, or of a kind, without reading a document is noted with one of these behind it.
CARD, IDS, BROKEN = "#card", "#ids", "#broken"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Book(Declared):
    """All documents. `cards` are always at hand; a document itself is fetched when asked for.

    `broken` holds the keys of documents that exist but could not be read: a reference to one of them
    is no fault of the one that names it. `subjects`, where given, are the only documents that `each`
    yields (the others' verdicts are known already).
    """

    def __init__(
        self,
        cards: Mapping[str, Card],
        fetch: Callable[[str], Document | None],
        *,
        broken: frozenset[str] = frozenset(),
        now: datetime = EPOCH,
        subjects: frozenset[str] | None = None,
    ) -> None:
        super().__init__()
        self._cards = cards if isinstance(cards, Cards) else Cards(cards)
        self._fetch = fetch
        self._documents: dict[str, Document | None] = {}
        self._now = now
        self._subjects = subjects
        self._subject = ""
        self.broken = broken
        self.reads: dict[str, set[str]] = {}
        # What was gone through by `each` and `every`, and what was read outside of them.
        self.asked: set[str] = set()
        self.aside: set[str] = set()
        self._noted: set[str] | None = None
        self._rows: dict[str, list[tuple[str, Document, set[str]]]] = {}
        self.wide = False
        self._whole: dict[str, Card] | None = None
        self._referrers: dict[str, list[Card]] | None = None
        self._by_kind: dict[str, list[str]] = {}
        for key in self._cards:
            self._by_kind.setdefault(key.partition(":")[0], []).append(key)

    @classmethod
    def of(
        cls, documents: Iterable[Document], *, now: datetime = EPOCH, repository_audience: str = ""
    ) -> "Book":
        """A Book of documents in memory."""
        known = {document.key: document for document in documents}
        cards = {
            key: card_of(document, repository_audience=repository_audience)
            for key, document in known.items()
        }
        return cls(cards, known.get, now=now)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all documents, sorted."""
        return tuple(self._cards)

    @property
    def subject(self) -> str:
        """The key of the document in hand ("" outside `each`)."""
        return self._subject

    def narrow(self, subjects: frozenset[str]) -> None:
        """From now on only these documents are to be judged."""
        self._subjects = subjects
        self._rows.clear()

    # One document, and all of a kind.

    def each(self, kind: type[D]) -> Iterator[D]:
        """The documents of a kind that are to be judged, by id. What is read meanwhile is noted for each."""
        return self._judged(kind.KIND, self._by_kind.get(kind.KIND, ()))  # type: ignore[return-value]

    def every(self) -> Iterator[Document]:
        """Every document to be judged, of any kind, by key."""
        return self._judged("*", self._cards)

    def _judged(self, name: str, keys: Iterable[str]) -> Iterator[Document]:
        self.asked.add(name)
        rows = self._rows.get(name)
        if rows is None:
            rows = self._rows[name] = []
            for key in keys:
                if self._subjects is None or key in self._subjects:
                    document = self._document(key)
                    if document is not None:
                        rows.append((key, document, self.reads.setdefault(key, set())))
        try:
            for self._subject, document, self._noted in rows:
                yield document
        finally:
            self._subject, self._noted = "", None

    def get(self, kind: type[D], id: str) -> D | None:
        """The document of that kind and id, or None."""
        return self.find(f"{kind.KIND}:{id}")  # type: ignore[return-value]

    def find(self, key: str) -> Document | None:
        """The document of that key (`kind:id`), or None."""
        self._read(key)
        return self._document(key)

    def all(self, kind: type[D]) -> tuple[D, ...]:
        """All documents of a kind, by id."""
        self._read(f"{kind.KIND}:*")
        found = (self._document(key) for key in self._by_kind.get(kind.KIND, ()))
        return tuple(document for document in found if document is not None)  # type: ignore[misc]

    def has(self, key: str) -> bool:
        """Whether that document exists, even if it could not be read."""
        self._read(f"{key}{CARD}")
        return key in self._cards or key in self.broken

    def card(self, key: str) -> Card | None:
        """The card of one document."""
        self._read(f"{key}{CARD}")
        return self._cards.find(key)

    def references(self, document: Document) -> tuple[Reference, ...]:
        """Every document that this one names, in fields and in prose."""
        card = self._cards.find(document.key)
        return card.references if card else references(document)

    def ids(self, kind: str) -> tuple[str, ...]:
        """The ids of a kind."""
        self._read(f"{kind}{IDS}")
        return tuple(key.partition(":")[2] for key in self._by_kind.get(kind, ()))

    @property
    def today(self) -> date:
        """The day of judgement (UTC), noted as read: a verdict that asked for it stands for that day only."""
        today = self._now.date()
        self._read(f"{DAY}:{today}")
        return today

    def incomplete(self, kind: str) -> bool:
        """Whether a document of that kind exists that could not be read."""
        self._read(f"{kind}{BROKEN}")
        return any(key.startswith(f"{kind}:") for key in self.broken)

    # The whole book: what uses these is asked anew when any card changes, and must not use `each`.

    @property
    def cards(self) -> Mapping[str, Card]:
        """Every card by key. Marks the asking rule as one about the whole book."""
        self.wide = True
        if self._whole is None:
            self._whole = self._cards.whole()
        return self._whole

    @property
    def now(self) -> datetime:
        """The instant of judgement (UTC). Marks the asking rule as one about the whole book."""
        self.wide = True
        return self._now

    def referrers(self, key: str) -> tuple[Card, ...]:
        """The cards of the documents that name this one."""
        if self._referrers is None:
            self._referrers = {}
            for card in self.cards.values():
                for kind, id in {(kind, ref.id) for ref in card.references for kind in ref.kinds}:
                    self._referrers.setdefault(f"{kind}:{id}", []).append(card)
        self.wide = True
        return tuple(self._referrers.get(key, ()))

    # Bookkeeping.

    def state_of(self, name: str) -> str:
        """The state of a card, of the ids of a kind, or of what is broken of it, by the name it is noted by."""
        what, _, part = name.rpartition("#")
        if part == CARD[1:]:
            return "broken" if what in self.broken else self._cards.state_of(what)
        keys = self._by_kind.get(what, ()) if part == IDS[1:] else sorted(self.broken)
        return digest_of(key for key in keys if key.startswith(f"{what}:"))

    def whole_state(self) -> str:
        """A text that changes with whatever a rule about the whole book sees of it, documents read aside."""
        return "\n".join((self._cards.state(), *sorted(self.broken), self._now.isoformat()))

    @property
    def silenced(self) -> Mapping[str, Card]:
        """The cards of the documents that silence something."""
        return self._cards.silenced()

    def _document(self, key: str) -> Document | None:
        if key not in self._documents:
            self._documents[key] = self._fetch(key) if key in self._cards else None
        return self._documents[key]

    def _read(self, what: str) -> None:
        (self.aside if self._noted is None else self._noted).add(what)
