"""A document does not send its reader to itself.

A page that says "see" and means itself sends the responder in a circle. Nearly always another
document was meant, and its name was copied wrong.

Bad:
    kind: runbook
    related: [runbook:block-account]

Good:
    kind: runbook
    related: [playbook:fraud-ring]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.where import Address

ID = "references/self-reference"
LEVEL = Level.ERROR
# A team owns its own page, approves it and may be its only reader.
HEADER = frozenset({"owner", "approvers", "only"})


def check(book: Book) -> Iterator[Hit]:
    """Every reference that leads back to its own document, links to single steps aside."""
    for document in book.every():
        card = book.card(document.key)
        for ref in card.references if card else ():
            if (
                ref.id == document.id
                and document.kind in ref.kinds
                and ref.path[0] not in HEADER
                and "opens" not in ref.path  # an answer that does so has a rule of its own
                and "#" not in ref.word
            ):
                yield Hit(
                    Address(document.key, ref.path),
                    f"{document.kind} `{document.id}` names itself",
                    "name the document that was meant, or take this out",
                    ref.word,
                )
        if document.replaced_by == document.id:
            yield Hit(
                Address(document.key, ("replaced_by",)),
                f"{document.kind} `{document.id}` is replaced by itself",
                "name the document that replaces it",
            )
