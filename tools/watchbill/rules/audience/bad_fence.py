"""Every fence is closed, and stands inside no other.

What a fence was to hide is open to everybody when the closing line is missing or misplaced.

Bad:
    kind: playbook
    after: |
      Read the case once more.
      ::: restricted
      Compare the marks.

Good:
    kind: playbook
    after: |
      Read the case once more.
      ::: restricted
      Compare the marks.
      :::
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.prose import BadFence, blocks
from watchbill.model.texts import spots
from watchbill.rules.audience._fences import fenced
from watchbill.where import Address

ID = "audience/bad-fence"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every text with a fence."""
    for document in book.every():
        if not fenced(document):
            continue
        for spot in spots(document):
            if ":::" in spot.text:
                try:
                    blocks(spot.text)
                except BadFence as fault:
                    yield Hit(
                        Address(document.key, spot.path),
                        str(fault),
                        "open with `::: audience` and close with `:::`, each on a line of its own",
                        ":::",
                    )
