"""Every field of a message stands in its subject or body.

The responder is asked to fill in a field that goes nowhere. Mostly the sentence that it belonged to
was lost, and the reader outside misses what the law wants told.

Bad:
    kind: message
    fields:
      case: {type: id, what: The number of the case}
      appeal_until: {type: date, what: The last day to complain}

Good:
    kind: message
    fields:
      case: {type: id, what: The number of the case}
      appeal_until: {type: date, what: The last day to complain}
    body: |
      Thank you for your notice {case}. You may complain until {appeal_until}.
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.message import Message
from watchbill.where import Address

ID = "message/unused-field"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every field of every message."""
    for message in book.each(Message):
        text = f"{message.subject} {message.body}"
        for name in message.fields:
            if f"{{{name}}}" not in text:
                yield Hit(
                    Address(message.key, ("fields", name)),
                    f"the field `{name}` stands nowhere in the message",
                    f"write `{{{name}}}` where it belongs, or take the field out",
                    key=True,
                )
