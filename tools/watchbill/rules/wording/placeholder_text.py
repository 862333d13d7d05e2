"""No text is still to be written.

TODO, TBD, FIXME, XXX, ??? and lorem ipsum are notes of the writer to the writer. The reader at night
finds the hole where the number should be.

Bad:
    kind: playbook
    after: Call the bank. TODO number.

Good:
    kind: playbook
    after: Call the bank by the line in the contact register.
"""

import re
from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.texts import SEPARATOR, search, words
from watchbill.where import Address

ID = "wording/placeholder-text"
LEVEL = Level.ERROR
SIGNS = ("TODO", "TBD", "FIXME", "XXX", "???", "orem ipsum")
HOLE = re.compile(r"\b(?:TODO|TBD|FIXME|XXX|[Ll]orem ipsum)\b|\?\?\?+")


def check(book: Book) -> Iterator[Hit]:
    """Every text of every document that is not a draft."""
    for document in book.every():
        if document.status == "draft":
            continue
        text = SEPARATOR.join(words(document)[:3])
        if not any(map(text.__contains__, SIGNS)):
            continue
        for path, found in search(document, HOLE, ("prose", "title", "other")):
            yield Hit(
                Address(document.key, path),
                f"`{found[0]}`: something is still to be written here",
                "write it, or set the document to draft",
                found[0],
            )
