"""A document that is named is of the kind that the field or the link says.

A step whose `runbook` is in truth a message shows an empty box where the procedure should be. The
name was typed right and the field is wrong, or two documents share an id and the other one was meant.

Bad:
    kind: runbook
    related: [message:fraud-ring]

Good:
    kind: runbook
    related: [playbook:fraud-ring]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.kinds import KINDS
from watchbill.rules.targets import targets
from watchbill.where import Address

ID = "references/wrong-kind"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every reference whose id exists, but only as another kind."""
    for document in book.every():
        for ref in targets(book, document.key).lost:
            if not KINDS.keys() >= set(ref.kinds):
                continue
            others = [kind for kind in KINDS if book.has(f"{kind}:{ref.id}")]
            if others:
                wanted = " or ".join(ref.kinds)
                yield Hit(
                    Address(document.key, ref.path),
                    f"`{ref.id}` is a {others[0]}, and a {wanted} belongs here",
                    f"name a {wanted}, or write `{others[0]}:{ref.id}` where any kind may stand",
                    ref.word,
                )
