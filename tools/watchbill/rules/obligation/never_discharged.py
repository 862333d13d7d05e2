"""Each duty of ours is listed by a playbook.

The day it arises, nobody has a page that says who does what by when.

Bad:
    kind: obligation
    id: lonely-law

Good:
    kind: obligation
    id: lonely-law
    binding: not-ours
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.where import Address

ID = "obligation/never-discharged"
LEVEL = Level.NOTE


def check(book: Book) -> Iterator[Hit]:
    """Every duty that no playbook lists, by the cards."""
    if book.incomplete("playbook"):
        return  # a playbook that could not be read may list it
    for key, card in book.cards.items():
        if card.value("binding") == "must" and not any(
            ref.path[0] == "obligations" and ref.id == card.id
            for other in book.referrers(key)
            if other.kind == "playbook"
            for ref in other.references
        ):
            yield Hit(
                Address(key, ("binding",)),
                "the duty is ours, and no playbook lists it",
                "list it under `obligations` of the playbook that meets it",
            )
