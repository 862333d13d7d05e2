"""A step or fence that names an audience is for fewer readers than its document.

An audience that all readers of the page hold hides nothing. Whoever wrote it believed that it did.

Bad:
    kind: playbook
    audience: internal
    steps:
      - id: block
        title: Block the accounts
        role: analyst
        takes: 15m
        audience: vendor
        reaches: [contained, resolved]

Good:
    kind: playbook
    audience: vendor
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.rules.audience._fences import fenced, fences, steps
from watchbill.rules.audience._order import order
from watchbill.where import Address

ID = "audience/step-below-document"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every step and fence with an audience."""
    for document in book.every():
        if not fenced(document) and not any(step.audience for _, step in steps(document)):
            continue
        tiers = order(book)
        own = tiers.of(document)
        found = [
            ((*at, "audience"), one.audience, "") for at, one in steps(document) if one.audience
        ]
        found += [(fence.path, fence.audience, fence.word) for fence in fences(document)]
        for path, tier, word in found:
            if tier in tiers.readable.get(own, ()):
                yield Hit(
                    Address(document.key, path),
                    f"this is for `{tier}`, which all readers of the page (`{own}`) hold",
                    "name a tier above the page's, or take the audience out",
                    word,
                )
