"""A policy takes effect when everything that must be done before it is done, and not sooner.

The new rule is in force, and the site in another time zone was never told; for a week two sites decide the
same case in two ways. Until its gates are done a change is a draft. One that could not wait says by when
they are made up for, and keeps to that.

Bad:
    kind: policy-change
    effective: 2026-11-17T12:00:00+00:00

Good:
    kind: policy-change
    effective: 2026-11-18T12:00:00+00:00
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.readiness import PolicyChange, PolicyGate
from watchbill.where import Address

ID = "policy/effective-before-gate"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every gate of every change of policy."""
    for change in book.each(PolicyChange):
        for place, gate in enumerate(change.gates):
            words = _fault(change, gate)
            if words:
                yield Hit(
                    Address(change.key, ("gates", place, "done" if gate.done else "gate")),
                    words,
                    "let it take effect later, and keep it a draft until its gates are done",
                )


def _fault(change: PolicyChange, gate: PolicyGate) -> str:
    emergency = change.emergency
    limit = emergency.gates_by if emergency else change.effective
    what = "that was to be done by" if emergency else "the policy takes effect at"
    if gate.done is None:
        active = change.status == "active" and emergency is None
        return "this gate is not done, and the change is active" if active else ""
    late = gate.done > limit
    return f"done at {gate.done.isoformat()}, and {what} {limit.isoformat()}" if late else ""
