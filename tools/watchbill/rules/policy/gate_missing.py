"""A change of policy has its three gates: golden set extended, agreement tested again, every vendor site certified.

A site that nobody listed is a site that nobody taught. Who works a queue of the change, on an ordinary day
or as a standby, is among its gates.

Bad:
    kind: policy-change
    gates:
      - {gate: golden-set-delta, who: desk, done: 2026-11-16T09:00:00+00:00}
      - {gate: agreement-retest, who: desk, done: 2026-11-17T09:00:00+00:00}

Good:
    kind: policy-change
    gates:
      - {gate: golden-set-delta, who: desk, done: 2026-11-16T09:00:00+00:00}
      - {gate: agreement-retest, who: desk, done: 2026-11-17T09:00:00+00:00}
      - {gate: vendor-certification, who: vendor-one, site: porto, done: 2026-11-18T09:00:00+00:00}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.operations import Queue
from watchbill.model.readiness import PolicyChange
from watchbill.where import Address

ID = "policy/gate-missing"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every change of policy that is not replaced; who works its queues today is no part of an old one."""
    for change in book.each(PolicyChange):
        if change.status == "deprecated":
            continue
        there = {(gate.gate, gate.who, gate.site) for gate in change.gates}
        for name in ("golden-set-delta", "agreement-retest"):
            if all(gate != name for gate, _, _ in there):
                yield Hit(
                    Address(change.key, ("id",)),
                    f"the gate `{name}` is missing",
                    "add it under `gates:`, with who does it",
                )
        for vendor, site in sorted(_sites(book, change)):
            if ("vendor-certification", vendor, site) not in there:
                yield Hit(
                    Address(change.key, ("queues",)),
                    f"`{vendor}` works one of these queues in `{site}`, and its certification is no gate",
                    f"add `{{gate: vendor-certification, who: {vendor}, site: {site}}}`",
                )


def _sites(book: Book, change: PolicyChange) -> set[tuple[str, str]]:
    """The vendor sites that work a queue of a change."""
    found = set()
    for id in change.queues:
        queue = book.get(Queue, id)
        for crew in queue.worked_by if queue else ():
            if crew.site and book.has(f"vendor:{crew.who}"):
                found.add((crew.who, crew.site))
    return found
