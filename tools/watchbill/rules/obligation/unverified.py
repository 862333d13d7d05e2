"""What a law says was read in its text, or in a digest of it.

A clock from memory may be wrong by days; whoever relies on it must see that nobody has read the
text.

Bad:
    kind: obligation
    verification: unverified

Good:
    kind: obligation
    verification: secondary
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.law import Obligation
from watchbill.where import Address

ID = "obligation/unverified"
LEVEL = Level.NOTE


def check(book: Book) -> Iterator[Hit]:
    """Every law."""
    for law in book.each(Obligation):
        if law.verification == "unverified":
            yield Hit(
                Address(law.key, ("verification",)),
                f"{law.citation} is written from knowledge; nobody has read the text",
                "read the text, add `quote` and `source`, and set `verification: verified`",
            )
