"""What is to be done for a change of policy is done by the day on which it takes effect, or is made up for in time.

The day is past, and the gate is open: either the policy is applied by people who were not taught it, or it
is not applied at all and nobody said so.

Bad:
    kind: policy-change
    status: draft
    gates:
      - {gate: golden-set-delta, who: desk, done: 2026-11-16T09:00:00+00:00}
      - {gate: agreement-retest, who: desk}
      - {gate: vendor-certification, who: vendor-one, site: porto, done: 2026-11-18T09:00:00+00:00}

Good:
    kind: policy-change
    status: draft
    effective: 2026-12-15T09:00:00+00:00
    gates:
      - {gate: golden-set-delta, who: desk, done: 2026-11-16T09:00:00+00:00}
      - {gate: agreement-retest, who: desk}
      - {gate: vendor-certification, who: vendor-one, site: porto, done: 2026-11-18T09:00:00+00:00}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.readiness import PolicyChange
from watchbill.where import Address

ID = "policy/gates-overdue"
LEVEL = Level.ERROR
CLOCK = True


def check(book: Book) -> Iterator[Hit]:
    """Every gate that is not done, of drafts and of changes that could not wait."""
    for change in book.each(PolicyChange):
        emergency = change.emergency
        if change.status == "deprecated" or (change.status == "active" and emergency is None):
            continue
        limit = emergency.gates_by if emergency else change.effective
        for place, gate in enumerate(change.gates):
            if gate.done is None and limit.date() < book.today:
                yield Hit(
                    Address(change.key, ("gates", place, "gate")),
                    f"not done, and it was to be by {limit.isoformat()}",
                    "do it and record when, or move the day",
                )
