"""One thing that a book asks for: how urgent it is, where it stands, who owns it, what to do."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, Protocol

from watchbill.finding import Hit
from watchbill.model.card import Card
from watchbill.where import Place

_NOWHERE = Place("", 0)


class Urgency(StrEnum):
    """How urgent it is. What is overdue fails the run; `standing` is known and has no near day."""

    OVERDUE = "overdue"
    SOON = "soon"
    STANDING = "standing"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return ("overdue", "soon", "standing").index(self.value)


class Asked(NamedTuple):
    """What is asked, before its place is looked up. Days and instants are ISO 8601 in UTC, "" where there is none."""

    urgency: Urgency
    kind: str
    hit: Hit
    since: str = ""
    until: str = ""


class Entry(NamedTuple):
    """What is asked of whom, and where. Of what is about no document `document` is "", and `place` may be None."""

    urgency: Urgency
    kind: str
    document: str
    what: str
    mend: str
    owner: str
    place: Place | None
    since: str = ""
    until: str = ""

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts the worst to the front; of those the one that waits longest, or is due first."""
        day = self.since or self.until or "9999"
        return (self.urgency.rank, day, self.kind, self.document, self.place or _NOWHERE, self.what)


class Placer(Protocol):
    """Finds the place of a hit in its file."""

    def place(self, hit: Hit) -> Place:
        """The place of the hit."""


def placed(asked: Iterable[Asked], cards: Mapping[str, Card], places: Placer) -> list[Entry]:
    """What is asked of the documents of a book, each with its place and owner."""
    return [
        Entry(
            one.urgency,
            one.kind,
            one.hit.at.document,
            one.hit.message,
            one.hit.mend,
            cards[one.hit.at.document].owner,
            places.place(one.hit),
            one.since,
            one.until,
        )
        for one in asked
    ]
