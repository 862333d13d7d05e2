"""Words to people outside say who approved them.

At 3 a.m. nobody finds counsel to read a sentence. `approved_by` tells the responder that these words
may be sent as they stand.

Bad:
    kind: message
    without: [approved_by]

Good:
    kind: message
    approved_by: [legal]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.message import Message
from watchbill.where import Address

ID = "message/not-approved"
LEVEL = Level.ERROR
# A ticket, a chat or a call stays among those who work on the case.
OUTSIDE = frozenset({"email", "in-product", "portal", "post", "banner"})


def check(book: Book) -> Iterator[Hit]:
    """Every active message that leaves the house."""
    for message in book.each(Message):
        if message.channel in OUTSIDE and not message.approved_by and message.status == "active":
            yield Hit(
                Address(message.key, ("channel",)),
                f"it is sent by {message.channel}, and nobody has approved its words",
                "add `approved_by:` with those who agreed, or set the message to draft",
            )
