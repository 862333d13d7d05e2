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

import difflib
from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.where import Address

ID = "references/unknown"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every reference of every document, in fields and in prose."""
    for document in book.every():
        for ref in book.references(document):
            if ref.kinds == ("",) or any(book.has(f"{kind}:{ref.id}") for kind in ref.kinds):
                continue
            known = [id for kind in ref.kinds for id in book.ids(kind)]
            close = difflib.get_close_matches(ref.id, known, 1, 0.6)
            mend = (
                f"did you mean `{close[0]}`?"
                if close
                else f"write the document, or name another {ref.kinds[0]}"
            )
            yield Hit(
                Address(document.key, ref.path),
                f"there is no {' or '.join(ref.kinds)} `{ref.id}`",
                mend,
                ref.word,
            )
