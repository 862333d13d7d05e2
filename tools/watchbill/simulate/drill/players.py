"""What the players of a drill may read: nothing above their tier, and no document narrowed to others."""

from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.organization import Facts, Organization
from watchbill.model.prose import LINK, links
from watchbill.model.response import Playbook, Step


class Players:
    """The readers of one tier who play one playbook. Default deny."""

    def __init__(self, book: Book, playbook: Playbook, audience: str) -> None:
        self._book, self._playbook = book, playbook
        self.audience = audience
        self.tiers = book.tiers().readable(audience)
        facts = [one for one in book.all(Facts) if self.may_read(one)]
        self.roles = {
            role.id: role.title
            for one in book.all(Organization)
            if self.may_read(one)
            for role in one.roles
        }
        self.facts = {fact.id: fact.title for one in facts for fact in one.case_facts}
        self.events = {event.id: event.title for one in facts for event in one.events}

    def may_read(self, document: Document | None) -> bool:
        """Whether these readers may see a document."""
        if document is None or self._book.audience_of(document) not in self.tiers:
            return False
        return not document.only or document.key == self._playbook.key

    def may_see(self, step: Step) -> bool:
        """Whether these readers may see a step of their playbook."""
        return step.audience is None or step.audience in self.tiers

    def words(self, text: str) -> str:
        """A line of the book with the titles of documents in place of links; of hidden ones only that they are."""
        return LINK.sub(lambda found: self._title(found[0]), text)

    def _title(self, link: str) -> str:
        one = next(links(link))
        document = self._book.find(f"{one.kind}:{one.id}")
        if document is None or not self.may_read(document):
            return "another document"
        return document.title
