"""A document's card: what the rest of the book needs to know of it without reading it."""

from datetime import date
from typing import Any, NamedTuple

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


def to_json(card: Card) -> list[Any]:
    """A card as plain lists and strings."""
    return [
        *card[:6],
        card.reviewed.isoformat() if card.reviewed else None,
        card.review_days,
        [[rule, reason, until.isoformat()] for rule, reason, until in card.silences],
        [[list(ref.path), list(ref.kinds), ref.id, ref.word] for ref in card.references],
        card.file,
        card.repository_audience,
        [list(pair) for pair in card.values],
    ]


def from_json(row: list[Any]) -> Card:
    """The card that `to_json` wrote. Raises ValueError, TypeError or IndexError for anything else."""
    return Card(
        row[0],
        row[1],
        row[2],
        row[3],
        row[4],
        row[5],
        date.fromisoformat(row[6]) if row[6] else None,
        row[7],
        tuple((rule, reason, date.fromisoformat(until)) for rule, reason, until in row[8]),
        tuple(Reference(tuple(path), tuple(kinds), id, word) for path, kinds, id, word in row[9]),
        row[10],
        row[11],
        tuple((name, value) for name, value in row[12]),
    )
