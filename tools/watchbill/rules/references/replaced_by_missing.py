"""A deprecated document names the document of its kind that replaces it.

Old links, bookmarks and records still lead to the old page. Without a way on, the reader at night
works by it, or starts to search.

Bad:
    kind: runbook
    id: close-account
    status: deprecated
    ---
    kind: playbook
    id: old-ring
    status: deprecated
    replaced_by: no-such-playbook

Good:
    kind: runbook
    id: close-account
    status: deprecated
    replaced_by: block-account
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "references/replaced-by-missing"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every document that is deprecated or names a replacement."""
    for document in book.every():
        new = document.replaced_by
        if new is None:
            if document.status == "deprecated":
                yield Hit(
                    Address(document.key, ("status",)),
                    f"{document.kind} `{document.id}` is deprecated and names no replacement",
                    f"add `replaced_by:` with the id of another {document.kind}",
                )
        elif not book.has(f"{document.kind}:{new}"):
            yield Hit(
                Address(document.key, ("replaced_by",)),
                f"there is no {document.kind} `{new}`",
                suggest(new, book.ids(document.kind), f"name another {document.kind}"),
            )
