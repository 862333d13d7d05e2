"""A document in use does not name a deprecated one.

What is deprecated is no longer kept right. Whoever follows the old name acts on old numbers and old
words, while the replacement lies beside it.

Bad:
    kind: runbook
    id: close-account
    status: deprecated
    replaced_by: block-account
    ---
    kind: playbook
    after: Close what is left as in [[runbook:close-account]].

Good:
    kind: playbook
    after: Close what is left as in [[runbook:block-account]].
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.rules.targets import targets
from watchbill.where import Address

ID = "references/deprecated"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every reference from a document that is not deprecated itself."""
    for document in book.every():
        if document.status == "deprecated":
            continue
        for ref, target in targets(book, document.key).idle:
            if target.status == "deprecated":
                yield Hit(
                    Address(document.key, ref.path),
                    f"{target.kind} `{ref.id}` is deprecated",
                    f"name `{target.replaced_by}`, which replaces it"
                    if target.replaced_by
                    else f"name another {target.kind}",
                    ref.word,
                )
