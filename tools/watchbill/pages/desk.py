"""What every page needs at hand: the edition's book, names and links of what it speaks of, its source."""

from datetime import datetime
from typing import NamedTuple

from watchbill.diff.open_reviews import OpenReview
from watchbill.model.base import Document
from watchbill.model.organization import Organization
from watchbill.model.prose import Link
from watchbill.model.types import FactTest
from watchbill.model.web import link_path, page_path
from watchbill.pages import prose, words
from watchbill.pages.edition import Edition
from watchbill.pages.hide import WITHHELD
from watchbill.pages.markup import NOTHING, Html, h, join, sentence, text
from watchbill.pages.proposal import NOTHING_PROPOSED, Proposed


class Root(NamedTuple):
    """A folder whose content is in the book: the prefix of its files' names, and what pages call it."""

    prefix: str
    name: str
    commit: str
    """"" where it is no checkout."""
    changed: frozenset[str]
    """Its files that are not as committed, without the prefix."""


class Source(NamedTuple):
    """Where the book comes from: the commit ("" for none), its instant in UTC, and the folders.

    `past` is what every page says of a state that is not in force any more ("" where the book is today's).
    """

    commit: str
    instant: datetime
    roots: tuple[Root, ...] = ()
    past: str = ""

    def of(self, file: str) -> tuple[str, str]:
        """The name of a file below its root, and the commit that it is from."""
        root = self._root(file)
        if root is None:
            return file, self.commit or "not committed"
        name = file.removeprefix(root.prefix)
        return (
            root.name + name,
            "not committed" if name in root.changed else root.commit or "not committed",
        )

    def is_main(self, file: str) -> bool:
        """Whether a file lies in the first of the folders."""
        return not self.roots or self._root(file) == self.roots[0]

    def _root(self, file: str) -> Root | None:
        fits = [root for root in self.roots if file.startswith(root.prefix)]
        return max(fits, key=lambda one: len(one.prefix), default=None)


class Desk:
    """Names and links for the pages of one edition."""

    def __init__(
        self,
        edition: Edition,
        source: Source,
        tz_version: str,
        fictional: bool,
        reviews: tuple[OpenReview, ...] = (),
        proposal: Proposed = NOTHING_PROPOSED,
    ) -> None:
        self.edition = edition
        self.source = source
        self.tz_version = tz_version
        self.fictional = fictional
        self.reviews = reviews
        self.proposal = proposal
        book = self.book = edition.book
        self._roles = book.roles()
        self._facts = {fact.id: fact.title for fact in book.switches().values()}
        self._facts |= {fact.id: fact.title for fact in book.case_facts().values()}
        self._events = book.events()
        self._regions = book.regions()
        self._audiences = book.audiences()

    @property
    def organization(self) -> Organization | None:
        """The organisation, where this edition shows it."""
        return next(iter(self.book.all(Organization)), None)

    def title(self, kind: str, id: str) -> str:
        """A document's title; "" where it is not in this edition."""
        card = self.book.card(f"{kind}:{id}")
        return card.title if card else ""

    def link(self, kind: str, id: str | None, step: str = "") -> Html:
        """A link to a document by its title; nothing for None or what is not in this edition."""
        title = self.title(kind, id) if id else ""
        return h("a", title, href=f"~/{page_path(kind, id or '', step)}") if title else NOTHING

    def links(self, kind: str, ids: tuple[str, ...]) -> Html:
        """Links to several documents, parted by commas."""
        return join(*(self.link(kind, id) for id in ids), by=", ")

    def any(self, id: str, *kinds: str) -> Html:
        """A link to the first document of that id among these kinds."""
        return next((found for kind in kinds if (found := self.link(kind, id))), NOTHING)

    def owner(self, id: str) -> Html:
        """A link to the team or partner that owns something."""
        return self.any(id, "team", "partner", "vendor") or Html("another team")

    def role(self, id: str) -> Html:
        """A role by its title, which leads to who staffs it."""
        role = self._roles.get(id)
        if role is None:
            return NOTHING if id == WITHHELD else Html(text(id))
        org = self.organization
        anchor = f"~/{page_path('organization', org.id)}#role-{id}" if org else None
        return h("a", role.title, href=anchor)

    def role_name(self, id: str) -> str:
        """A role by its title, without a link."""
        role = self._roles.get(id)
        return role.title if role else "" if id == WITHHELD else id

    def roles(self, ids: tuple[str, ...], last: str = "and") -> Html:
        """Several roles as a sentence."""
        return sentence([self.role(id) for id in ids], last)

    def event(self, id: str) -> str:
        """What happened, in words; "" where this edition does not show it."""
        event = self._events.get(id)
        return event.title.rstrip(".") if event else ""

    def fact(self, test: FactTest) -> str:
        """A condition in words."""
        title = self._facts.get(test.fact)
        return words.condition(test, title) if title else ""

    def region(self, id: str) -> str:
        """A region's title."""
        region = self._regions.get(id)
        return region.title if region else id

    def audience(self, id: str) -> str:
        """An audience's title."""
        audience = self._audiences.get(id)
        return audience.title if audience else id

    def find(self, link: Link) -> tuple[str, str] | None:
        """The address and the words of a link in prose."""
        title = self.title(link.kind, link.id) if link.kind else ""
        return (link_path(link), title) if title else None

    def prose(self, source: str | None, label: str = "Text") -> Html:
        """Markdown as HTML."""
        return prose.render(source, self.find, label) if source else NOTHING

    def line(self, source: str | None) -> Html:
        """One line of Markdown as HTML."""
        return prose.render_line(source, self.find) if source else NOTHING

    def file(self, document: Document) -> tuple[str, str]:
        """The file that the document is in, and the commit that it is from."""
        return self.source.of(self._name(document))

    def repository(self, document: Document) -> str:
        """The address of the repository that the document is in, for those who have a place there; "" else.

        They are those who may read what says nothing of its audience: vendors and the public have no account
        there. A document of another root (`--with`) has another, with fewer readers: nobody is led to speak of it
        in this one.
        """
        org = self.organization
        if org is None or not org.repository or not self.source.is_main(self._name(document)):
            return ""
        own = org.default_audience in self.book.tiers().readable(self.edition.audience)
        return org.repository.rstrip("/") if own else ""

    def _name(self, document: Document) -> str:
        card = self.book.card(document.key)
        return card.file if card else ""
