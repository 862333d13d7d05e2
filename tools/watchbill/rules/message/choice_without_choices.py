"""A field of the type `choice` lists its choices, and only such a field does.

Without a list the responder writes words that nobody approved.

Bad:
    kind: message
    fields:
      case: {type: choice, what: What was done}

Good:
    kind: message
    fields:
      case: {type: choice, what: What was done, choices: [we blocked it, we kept it]}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.message import Message
from watchbill.where import Address

ID = "message/choice-without-choices"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every field of every message."""
    for message in book.each(Message):
        for name, field in message.fields.items():
            if field.type == "choice" and not field.choices:
                yield Hit(
                    Address(message.key, ("fields", name, "type")),
                    f"the field `{name}` is a choice, and has no choices",
                    "list the allowed values under `choices:`",
                )
            elif field.choices and field.type != "choice":
                yield Hit(
                    Address(message.key, ("fields", name, "type")),
                    f"the field `{name}` has choices, but its type is `{field.type}`",
                    "write `type: choice`, or take the choices out",
                )
