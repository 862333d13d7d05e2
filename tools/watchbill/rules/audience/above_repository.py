"""Nothing in a repository is above what everyone who can read the repository may read.

Git shows every file, and its whole past, to everyone with access. A tier on the page hides nothing
from them.

Bad:
    kind: organization
    audiences:
      - {id: public, title: Everyone}
      - {id: vendor, title: Vendor analysts, reads: [public]}
      - {id: internal, title: Our own people, reads: [vendor]}
      - {id: restricted, title: Child safety, reads: [internal]}
      - {id: privileged, title: Counsel, reads: [internal]}
    ---
    kind: playbook
    audience: privileged

Good:
    kind: playbook
    audience: vendor
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.texts import Path
from watchbill.rules.audience._fences import fences, narrowed, steps
from watchbill.rules.audience._order import order
from watchbill.where import Address

ID = "audience/above-repository"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every document, step and fence; silent where the repository does not say who reads it."""
    for document in book.every():
        card = book.card(document.key)
        holders = card.repository_audience.split() if card else []
        if not holders:
            continue
        tiers = order(book)
        open_ = frozenset[str]().union(*(tiers.readable.get(tier, ()) for tier in holders))
        own = tiers.of(document)
        if own in open_ and not narrowed(document):
            continue
        for path, tier, word in _tiers(document, own):
            if tier in tiers.known and tier not in open_:
                yield Hit(
                    Address(document.key, path),
                    f"this is for `{tier}`, and the repository is open to {', '.join(holders)}",
                    "move it to a repository of that tier and join it with `--with`",
                    word,
                )


def _tiers(document: Document, own: str) -> Iterator[tuple[Path, str, str]]:
    yield ("audience",) if document.audience else ("id",), own, ""
    for path, step in steps(document):
        if step.audience and step.audience != own:
            yield (*path, "audience"), step.audience, ""
    for fence in fences(document):
        yield fence.path, fence.audience, fence.word
