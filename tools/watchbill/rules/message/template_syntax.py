"""A message has `{blanks}` and nothing else that is filled in.

`{{name}}`, `${name}` and `{% if %}` belong to template languages. Here they are sent as they stand.

Bad:
    kind: message
    body: |
      Thank you for your notice {{case}} of today, {case}.

Good:
    kind: message
    body: |
      Thank you for your notice {case} of today.
"""

import re
from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.message import Message
from watchbill.where import Address

ID = "message/template-syntax"
LEVEL = Level.ERROR
TEMPLATE = re.compile(r"\{\{[^{}\n]*\}\}|\$\{[^{}\n]*\}|\{%[^%\n]*%\}|<%[^%\n]*%>")


def check(book: Book) -> Iterator[Hit]:
    """Subject and body of every message."""
    for message in book.each(Message):
        for part, text in (("subject", message.subject or ""), ("body", message.body)):
            for found in TEMPLATE.finditer(text):
                yield Hit(
                    Address(message.key, (part,)),
                    f"`{found[0]}` is not filled in here",
                    "write a blank such as `{case}` and declare it under `fields:`",
                    found[0],
                )
