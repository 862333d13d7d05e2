"""Whoever works a queue may read what lies in it.

A vendor whose people read up to one tier, on a queue of another, sees what the organisation promised to
keep from it: with the first case. And a queue is never for less than what its harms are for.

Bad:
    kind: queue
    tier: internal

Good:
    kind: queue
    tier: vendor
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.operations import Queue
from watchbill.model.organization import Vendor
from watchbill.where import Address

ID = "queue/above-tier"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every harm and every crew of every queue; silent where a tier is not declared."""
    for queue in book.each(Queue):
        tiers, known = book.tiers(), book.audiences()
        if queue.tier not in known:
            continue
        for place, id in enumerate(queue.harms):
            card = book.card(f"harm:{id}")
            audience = book.audience_of(card) if card else ""
            if audience in known and not tiers.may_read(queue.tier, audience):
                yield Hit(
                    Address(queue.key, ("harms", place)),
                    f"`{id}` is for `{audience}`, and the queue is worked by readers of `{queue.tier}`",
                    f"set `tier: {audience}`, or take the harm out of this queue",
                )
        for place, crew in enumerate(queue.worked_by):
            vendor = book.get(Vendor, crew.who)
            if vendor and not tiers.may_read(vendor.max_audience, queue.tier):
                yield Hit(
                    Address(queue.key, ("worked_by", place, "who")),
                    f"the people of `{vendor.id}` read up to `{vendor.max_audience}`,"
                    f" and this queue is for `{queue.tier}`",
                    "give it to people who may read it",
                )
