"""A book as readers of one tier may see it: what they may not read is not in it.

Default deny. Nothing above the reader's tiers passes: documents, steps, fenced prose, and every
mention of them by id. A reference that must stay keeps the sentinel WITHHELD in place of the id.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from watchbill.errors import CannotRun
from watchbill.model.base import Document, Prose, Ref
from watchbill.model.book import Book
from watchbill.model.card import Card, card_of
from watchbill.model.prose import LINK, links, visible
from watchbill.model.response import Playbook
from watchbill.model.scenario import Scenario
from watchbill.model.shape import marked
from watchbill.pages.edit import OUT, Path, edited
from watchbill.pages.hide import WITHHELD, every_line, seen_by
from watchbill.pages.withheld import without_their_rows
from watchbill.pages.words import kind_name


class Edition(NamedTuple):
    """The book for one audience, and for one team, vendor or partner where documents are narrowed."""

    audience: str
    title: str
    reader: str
    book: Book
    hidden: frozenset[str]
    """Keys of the documents that are not in it."""
    hidden_steps: Mapping[str, frozenset[str]]
    """Ids of the steps that are not in it, by playbook."""


def edition(book: Book, audience: str, reader: str = "") -> Edition:
    """The book for this audience. Raises CannotRun for an audience that the organisation does not have."""
    known = book.audiences()
    if audience not in known:
        raise CannotRun(
            f"there is no audience `{audience}`; there are: {', '.join(known) or 'none'}"
        )
    readable = book.tiers().readable(audience)
    cards = {key: card for key, card in book.cards.items() if _open(book, card, readable, reader)}
    hidden = frozenset(book.keys) - cards.keys()
    steps: dict[str, frozenset[str]] = {}
    documents: dict[str, Document] = {}
    for key in cards:
        document = book.find(key)
        if isinstance(document, Playbook):
            document, steps[key] = seen_by(document, readable)
        if document is not None:
            documents[key] = document
    closed = {key: ids for key, ids in steps.items() if ids}
    lens = _Lens(readable, frozenset(cards), hidden, closed)
    shown = {key: lens.clean(document) for key, document in documents.items()}
    anew = {key: card_of(one, cards[key].file) for key, one in shown.items()}
    part = Book(anew, shown.get, now=book.now)
    return Edition(audience, known[audience].title, reader, part, hidden, lens.hidden_steps)


def _open(book: Book, card: Card, readable: frozenset[str], reader: str) -> bool:
    if book.audience_of(card) not in readable:
        return False
    document = book.find(card.key)
    return document is not None and (not document.only or reader in document.only)


class _Lens:
    """Takes out of a document what its readers may not see."""

    def __init__(
        self,
        readable: frozenset[str],
        keys: frozenset[str],
        hidden: frozenset[str],
        hidden_steps: Mapping[str, frozenset[str]],
    ) -> None:
        self.readable = readable
        self.keys = keys
        self.hidden = hidden
        self.hidden_steps = hidden_steps

    def clean(self, document: Document) -> Document:
        """The document without a mention of anything hidden."""
        edits: dict[Path, Any] = {}
        for path, mark, value in marked(document):
            if isinstance(mark, Ref):
                if not self._known(mark, value):
                    edits[path] = OUT if isinstance(path[-1], int) else WITHHELD
            elif isinstance(mark, Prose):
                text = self._prose(value)
                if text != value:
                    edits[path] = text
        edits.update(self._unmarked(document))
        return without_their_rows(document, edited(document, edits), self.hidden)

    def _known(self, mark: Ref, value: str) -> bool:
        if mark.kinds == ("*",):
            return value in self.keys
        return any(f"{kind}:{value}" in self.keys for kind in mark.kinds)

    def _prose(self, text: str) -> str:
        return LINK.sub(lambda found: self._link(found[0]), visible(text, self.readable))

    def _link(self, text: str) -> str:
        link = next(links(text))
        key = f"{link.kind}:{link.id}"
        if key not in self.keys:
            name = kind_name(link.kind)
            return f"{'an' if name[:1] in 'aeiou' else 'a'} {name} outside this edition"
        if link.step in self.hidden_steps.get(key, ()):
            return f"[[{key}]]"
        return text

    def _unmarked(self, document: Document) -> Iterable[tuple[Path, Any]]:
        """Edits for names that carry no mark: keys of excuses and expectations, steps of scenarios."""
        if document.replaced_by and f"{document.kind}:{document.replaced_by}" not in self.keys:
            yield ("replaced_by",), None
        if isinstance(document, Playbook):
            yield from self._excuses(document)
        if isinstance(document, Scenario):
            yield from self._scenario(document)

    def _excuses(self, playbook: Playbook) -> Iterator[tuple[Path, Any]]:
        for line, steps in every_line(playbook).items():
            start: Path = ("lines", line) if line else ("steps",)
            for place, step in enumerate(steps):
                for number, answer in enumerate(getattr(step, "answers", ())):
                    for name in answer.excuses:
                        if self._duty_hidden(name):
                            yield (*start, place, "answers", number, "excuses", name), OUT

    def _duty_hidden(self, name: str) -> bool:
        return f"obligation:{name}" in self.hidden

    def _scenario(self, scenario: Scenario) -> Iterator[tuple[Path, Any]]:
        closed = self.hidden_steps.get(f"playbook:{scenario.given.playbook}", frozenset())
        for name in scenario.given.answers:
            if name in closed:
                yield ("given", "answers", name), OUT
        for field in ("visited", "not_visited"):
            for place, name in enumerate(getattr(scenario.expect, field)):
                if name in closed:
                    yield ("expect", field, place), OUT
        for field in ("due", "late"):
            for spot, name in enumerate(getattr(scenario.expect, field) or ()):
                if self._duty_hidden(name):
                    yield ("expect", field, name if field == "due" else spot), OUT
