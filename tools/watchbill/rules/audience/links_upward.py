"""A document leads its readers only to pages that they may read.

What an audience may not read does not exist for it: a vendor analyst who follows the line at night
finds nothing. A reference inside a step or fence of the higher tier is right, as only its readers
see it.

Bad:
    kind: runbook
    audience: restricted

Good:
    kind: playbook
    after: |
      Read the case once more.
      ::: internal
      Tell [[team:desk]].
      :::
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.card import Reference
from watchbill.model.texts import spots
from watchbill.rules.audience._fences import fence_tiers, step_tier
from watchbill.rules.audience._order import Order, order
from watchbill.rules.targets import targets
from watchbill.where import Address

ID = "audience/links-upward"
LEVEL = Level.ERROR
# Pages that a reader opens to go on. Who owns a page, or staffs a role, is shown on it by name alone.
FOLLOWED = frozenset({"playbook", "runbook", "message", "obligation", "harm"})
# The matrix and the scenarios sort documents by name; nobody works through them to those pages.
SORTERS = frozenset({"escalation", "scenario"})


def check(book: Book) -> Iterator[Hit]:
    """Every link in prose, and every field that names a page to go on to."""
    for document in book.every():
        tiers = order(book)
        own = tiers.of(document)
        sorter = document.kind in SORTERS
        for ref, target in targets(book, document.key).abroad:
            if not ref.word and (sorter or target.kind not in FOLLOWED):
                continue
            there = tiers.of(target)
            if there in tiers.readable.get(own, ()):
                continue
            if not _may_follow(tiers, document, ref, there):
                yield Hit(
                    Address(document.key, ref.path),
                    f"readers of `{own}` are led to {target.kind} `{target.id}`,"
                    f" which is for `{there}`",
                    f"put it into a step or fence for `{there}`, or open that page to `{own}`",
                    ref.word,
                )


def _may_follow(tiers: Order, document: Document, ref: Reference, there: str) -> bool:
    """Whether all who see the reference may read its target; true where a tier is unknown."""
    own, step = tiers.of(document), step_tier(document, ref.path)
    if own not in tiers.known or there not in tiers.known:
        return True
    if step and tiers.tiers.may_read(step, there):
        return True
    if not ref.word:
        return False
    text = next((spot.text for spot in spots(document) if spot.path == ref.path), "")
    around = fence_tiers(text, ref.word)
    return bool(around) and all(tier and tiers.tiers.may_read(tier, there) for tier in around)
