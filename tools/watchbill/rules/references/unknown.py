"""A document that is named exists.

A responder follows the name at 3 a.m.; a name that leads nowhere costs the minutes that the playbook
promised. A reference to a document that exists but could not be read is not reported: mend that one.

Bad:
    kind: playbook
    harm: no-such-harm

Good:
    kind: playbook
    harm: fraud
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.kinds import KINDS
from watchbill.rules.suggest import suggest
from watchbill.rules.targets import targets
from watchbill.where import Address

ID = "references/unknown"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every reference of every document, in fields and in prose."""
    for document in book.every():
        for ref in targets(book, document.key).lost:
            # A name of another kind, or of no kind at all, has a rule of its own.
            if not KINDS.keys() >= set(ref.kinds) or any(
                book.has(f"{kind}:{ref.id}") for kind in KINDS
            ):
                continue
            known = [id for kind in ref.kinds for id in book.ids(kind)]
            yield Hit(
                Address(document.key, ref.path),
                f"there is no {' or '.join(ref.kinds)} `{ref.id}`",
                suggest(ref.id, known, f"write the document, or name another {ref.kinds[0]}"),
                ref.word,
            )
