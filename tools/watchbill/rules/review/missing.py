"""What people work by says when it was last read through, and how often it must be.

A page without a date looks as true as one read yesterday. The responder cannot see that its numbers
are from before the last reorganisation.

Bad:
    kind: runbook
    without: [review]

Good:
    kind: runbook
    review: {last: 2026-11-01, every: 180d}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.where import Address

ID = "review/missing"
LEVEL = Level.ERROR
# Laws carry a re-check date of their own, and scenarios are checked at every run.
REVIEWED = frozenset(
    {
        "approvals",
        "calendar",
        "drill",
        "escalation",
        "exposure-limit",
        "facts",
        "guard-bands",
        "harm",
        "indicator",
        "message",
        "playbook",
        "quality-program",
        "queue",
        "runbook",
        "schedule",
        "service-level",
        "severity",
        "training",
    }
)


def check(book: Book) -> Iterator[Hit]:
    """Every active document of these kinds."""
    for document in book.every():
        if document.review is None and document.kind in REVIEWED and document.status == "active":
            yield Hit(
                Address(document.key, ("id",)),
                f"{document.kind} `{document.id}` does not say when it was last reviewed",
                "read it through and add `review: {last: <today>, every: 180d}`",
            )
