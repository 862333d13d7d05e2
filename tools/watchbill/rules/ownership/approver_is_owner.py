"""The owner of a document is not its approver too.

Two names then stand for one pair of eyes: the page says that a second team agreed, and none did.

Bad:
    kind: playbook
    approvers: [desk]

Good:
    kind: playbook
    approvers: [legal]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.where import Address

ID = "ownership/approver-is-owner"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every approver."""
    for document in book.every():
        if document.owner in document.approvers:
            position = document.approvers.index(document.owner)
            yield Hit(
                Address(document.key, ("approvers", position)),
                f"`{document.owner}` owns this document and approves it as well",
                "name another team or partner, or take this one out",
            )
