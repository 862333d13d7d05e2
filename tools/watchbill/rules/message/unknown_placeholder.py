"""Every `{blank}` of a message is one of its fields.

A blank that is no field is sent as it stands: a frightened person, or an authority, reads
`{case_nr}`.

Bad:
    kind: message
    body: |
      Thank you for your notice {case_nr} of today.

Good:
    kind: message
    body: |
      Thank you for your notice {case} of today.
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.message import Message
from watchbill.rules.message._blanks import blanks
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "message/unknown-placeholder"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Subject and body of every message."""
    for message in book.each(Message):
        for part, text in (("subject", message.subject or ""), ("body", message.body)):
            for name in dict.fromkeys(blanks(text)):
                if name not in message.fields:
                    yield Hit(
                        Address(message.key, (part,)),
                        f"`{{{name}}}` is no field of this message",
                        suggest(name, message.fields, "declare it under `fields:`"),
                        f"{{{name}}}",
                    )
