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


# A card's text begins with its state, so that nobody needs to read on to see whether the card has changed;
# then come its silences, which nearly every card has none of.
_STATE = 32
_LOUD = "[[],"


def to_text(card: Card) -> str:
    """A card as one line of text: its state, and what it says with the silences first."""
    said = json.dumps(
        [
            [[rule, reason, until.isoformat()] for rule, reason, until in card.silences],
            *card[:6],
            card.reviewed.isoformat() if card.reviewed else None,
            card.review_days,
            card.references,
            card.file,
            card.repository_audience,
            card.values,
        ],
        separators=(",", ":"),
        ensure_ascii=False,
    )
    return digest_of((said,)) + said


def from_text(text: str) -> Card:
    """The card that `to_text` wrote. Raises ValueError, TypeError or IndexError for anything else."""
    (silences, key, title, owner, tier, status, successor, reviewed, days, named, *rest) = (
        json.loads(text[_STATE:])
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
    """Cards by key, sorted. One that is given as text is read when somebody asks for it.

    `texts` are those of cards that were written before.
    """

    def __init__(
        self, cards: Mapping[str, Card | str], texts: Mapping[str, str] | None = None
    ) -> None:
        self._held = dict(sorted(cards.items()))
        self._texts = dict(texts or {})

    def __getitem__(self, key: str) -> Card:
        found = self._held[key]
        if isinstance(found, str):
            found = self._held[key] = from_text(found)
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def find(self, key: str) -> Card | None:
        """The card of that key, or None."""
        found = self._held.get(key)
        return self[key] if isinstance(found, str) else found

    def whole(self) -> dict[str, Card]:
        """All of them, read."""
        return {key: self[key] for key in self._held}

    def silenced(self) -> dict[str, Card]:
        """Those that silence something."""
        return {
            key: self[key]
            for key, held in self._held.items()
            if (not held.startswith(_LOUD, _STATE) if isinstance(held, str) else held.silences)
        }

    def state(self) -> str:
        """A text that changes with what any card says."""
        return digest_of([self._text(key)[:_STATE] for key in self._held])

    def state_of(self, key: str) -> str:
        """A text that changes with what one card says; "" where there is none."""
        return self._text(key)[:_STATE] if key in self._held else ""

    def _text(self, key: str) -> str:
        text = self._texts.get(key)
        if text is None:
            card = self._held[key]
            text = self._texts[key] = card if isinstance(card, str) else to_text(card)
        return text


def digest_of(rows: Iterable[str]) -> str:
    """A short text that changes with any of these."""
    return hashlib.sha256("\n".join(rows).encode("utf-8", "surrogatepass")).hexdigest()[:32]
