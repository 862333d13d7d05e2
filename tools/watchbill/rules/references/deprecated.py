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
from watchbill.where import Address

ID = "references/deprecated"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every reference from a document that is not deprecated itself."""
    for document in book.every():
        card = book.card(document.key)
        if card is None or document.status == "deprecated":
            continue
        for ref in card.references:
            for kind in ref.kinds:
                target = book.card(f"{kind}:{ref.id}")
                if target and target.status == "deprecated" and target.key != document.key:
                    yield Hit(
                        Address(document.key, ref.path),
                        f"{kind} `{ref.id}` is deprecated",
                        f"name `{target.replaced_by}`, which replaces it"
                        if target.replaced_by
                        else f"name another {kind}",
                        ref.word,
                    )
