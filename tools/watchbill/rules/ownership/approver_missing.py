"""What the law asks of us, or what we write to people outside, has an approver.

Legal content is an obligation, a guard band, a playbook that discharges obligations, and a message
that leaves the house. A change to one of them by its owner alone is how a deadline moves by a digit
and nobody who knows the law has looked.

Bad:
    kind: obligation
    without: [approvers]

Good:
    kind: obligation
    approvers: [desk]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "ownership/approver-missing"
LEVEL = Level.ERROR
OUTSIDE = frozenset({"email", "in-product", "portal", "post", "banner"})


def check(book: Book) -> Iterator[Hit]:
    """Every document with legal content."""
    for document in book.every():
        if document.approvers:
            continue
        why = _legal(document)
        if why:
            yield Hit(
                Address(document.key, ("owner",)),
                f"nobody but its owner `{document.owner}` agrees to a change of {why}",
                "add `approvers:`, for example `[legal]`",
            )


def _legal(document: Document) -> str:
    if document.kind == "obligation":
        return "a legal duty"
    if document.kind == "guard-bands":
        return "our limits for the law"
    if isinstance(document, Playbook) and document.obligations:
        return "a playbook that discharges legal duties"
    if document.kind == "message" and getattr(document, "channel", "") in OUTSIDE:
        return "words to people outside"
    return ""
