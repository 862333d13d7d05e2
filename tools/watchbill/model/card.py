"""A document's card: what the rest of the book needs to know of it without reading it."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from watchbill.model.base import Document, Prose, Ref
from watchbill.model.prose import links
from watchbill.model.shape import marked

_ANY = Ref(("*",))
_SHORT = 32


class Reference(NamedTuple):
    """One document named by another: where, which kinds may stand there, the id, and the prose it is in."""

    path: tuple[str | int, ...]
    kinds: tuple[str, ...]
    id: str
    word: str = ""


class Card(NamedTuple):
    """Key, header and references of one document.

    `values` are single values, by field, of which rules about the whole book speak: dates, how a law
    binds.
    `repository_audience` names the tiers that everyone with its repository holds, parted by spaces
    ("" where the repository does not say).
    """

    key: str
    title: str
    owner: str
    audience: str
    status: str
    replaced_by: str
    reviewed: date | None
    review_days: int
    silences: tuple[tuple[str, str, date], ...]
    references: tuple[Reference, ...]
    file: str = ""
    repository_audience: str = ""
    values: tuple[tuple[str, str], ...] = ()

    def value(self, field: str) -> str:
        """The value of a field that the card carries ("" where it has none)."""
        return next((value for name, value in self.values if name == field), "")

    def day(self, field: str) -> date | None:
        """The date in a field that the card carries."""
        value = self.value(field)
        return date.fromisoformat(value) if value else None

    @property
    def kind(self) -> str:
        """The document's kind."""
        return self.key.partition(":")[0]

    @property
    def id(self) -> str:
        """The document's id."""
        return self.key.partition(":")[2]

    def names(self, key: str) -> bool:
        """Whether this document names that one."""
        kind, _, wanted = key.partition(":")
        return any(ref.id == wanted and kind in ref.kinds for ref in self.references)


def references(document: Document) -> tuple[Reference, ...]:
    """Every document that this one names, in fields and in prose, in order."""
    found: list[Reference] = []
    for path, mark, value in marked(document, Ref, Prose):
        if mark.__class__ is Prose:
            if "[[" in value:
                found.extend(
                    Reference(path, (link.kind,), link.id, f"[[{link.text}]]")
                    for link in links(value)
                )
        elif mark == _ANY:
            kind, _, id = value.partition(":")
            found.append(Reference(path, (kind,), id))
        else:
            found.append(Reference(path, mark.kinds, value))  # type: ignore[union-attr]
    return tuple(found)


def card_of(document: Document, file: str = "", repository_audience: str = "") -> Card:
    """The card of a document."""
    review = document.review
    return Card(
        document.key,
        document.title,
        document.owner,
        document.audience or "",
        document.status,
        document.replaced_by or "",
        review.last if review else None,
        review.every.nominal_seconds // 86400 if review else 0,
        tuple((silence.rule, silence.reason, silence.until) for silence in document.silences),
        references(document),
        file,
        repository_audience,
        document.on_card,
    )


class Sealed(NamedTuple):
    """A card as it is remembered: read only when somebody asks for it.

    `state` changes with whatever it says; `silences` tells whether it silences something.
    """

    state: str
    silences: bool
    text: bytes | memoryview

    def card(self) -> Card:
        """The card that was sealed."""
        return from_text(self.text)


def seal(card: Card) -> Sealed:
    """A card, to be remembered."""
    text = to_text(card)
    return Sealed(hashlib.sha256(text).hexdigest()[:_SHORT], bool(card.silences), text)


def to_text(card: Card) -> bytes:
    """A card as text."""
    return json.dumps(
        [
            *card[:6],
            card.reviewed.isoformat() if card.reviewed else None,
            card.review_days,
            [[rule, reason, until.isoformat()] for rule, reason, until in card.silences],
            card.references,
            card.file,
            card.repository_audience,
            card.values,
        ],
        separators=(",", ":"),
    ).encode()


def from_text(text: bytes | memoryview) -> Card:
    """The card that `to_text` wrote."""
    key, title, owner, tier, status, successor, reviewed, days, silences, named, *rest = json.loads(
        bytes(text)
    )
    file, audience, values = rest
    return Card(
        key,
        title,
        owner,
        tier,
        status,
        successor,
        date.fromisoformat(reviewed) if reviewed else None,
        days,
        tuple((rule, reason, date.fromisoformat(until)) for rule, reason, until in silences),
        tuple(Reference(tuple(path), tuple(kinds), id, word) for path, kinds, id, word in named),
        file,
        audience,
        tuple((name, value) for name, value in values),
    )


class Cards(Mapping[str, Card]):
    """Cards by key, sorted. One that is sealed is read when somebody asks for it.

    `states` are those of cards that were sealed before.
    """

    def __init__(
        self, cards: Mapping[str, Card | Sealed], states: Mapping[str, str] | None = None
    ) -> None:
        self._held = dict(sorted(cards.items()))
        self._states = dict(states or {})

    def __getitem__(self, key: str) -> Card:
        found = self._held[key]
        if isinstance(found, Sealed):
            self._states[key] = found.state
            found = self._held[key] = found.card()
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def find(self, key: str) -> Card | None:
        """The card of that key, or None."""
        return self[key] if key in self._held else None

    def whole(self) -> dict[str, Card]:
        """All of them, read."""
        return {key: self[key] for key in self._held}

    def silenced(self) -> dict[str, Card]:
        """Those that silence something."""
        return {key: self[key] for key, held in self._held.items() if held.silences}

    def state(self) -> str:
        """A text that changes with what any card says."""
        return digest_of(map(self._state, self._held))

    def state_of(self, key: str) -> str:
        """A text that changes with what one card says; "" where there is none."""
        return self._state(key) if key in self._held else ""

    def _state(self, key: str) -> str:
        found = self._held[key]
        if isinstance(found, Sealed):
            return found.state
        state = self._states.get(key)
        if state is None:
            state = self._states[key] = seal(found).state
        return state


def digest_of(rows: Iterable[str]) -> str:
    """A short text that changes with any of these."""
    text = "\n".join(rows).encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()[:_SHORT]
