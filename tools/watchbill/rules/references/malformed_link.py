"""A link in prose is written `[[kind:id]]` or `[[kind:id#step]]`, with a kind that there is.

Anything else between the brackets is shown as plain text: the reader sees brackets and no way on.

Bad:
    kind: runbook
    body: |
      See [[block the account]] first.

      ## Before you start

      Open the case.

      ## Steps

      ### Open the account

      Find it by its number.

      ## Check

      The page says blocked.

      ## If it fails

      Page the analyst on the next watch.

Good:
    kind: playbook
    after: See [[runbook:block-account#open-the-account]] once more.
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.kinds import KINDS
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "references/malformed-link"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every link, and every `kind:id`, whose kind is none."""
    for document in book.every():
        card = book.card(document.key)
        for ref in card.references if card else ():
            kind = ref.kinds[0]
            if kind in KINDS:
                continue
            known = ", ".join(KINDS)
            yield Hit(
                Address(document.key, ref.path),
                f"`{kind}` is no kind of document"
                if kind
                else f"`{ref.word}` is not written `[[kind:id]]`",
                suggest(kind, KINDS, f"the kinds are {known}")
                if kind
                else "write for example `[[runbook:block-account]]`",
                ref.word,
            )
