"""What is operated does not lean on a draft.

An active playbook is followed word by word. A draft has not been agreed to by its approvers, and may
be half a page; the responder cannot tell which half.

Bad:
    kind: runbook
    status: draft

Good:
    kind: runbook
    status: active
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.rules.targets import targets
from watchbill.where import Address

ID = "references/draft-named"
LEVEL = Level.WARNING
OPERATED = frozenset(
    {"playbook", "runbook", "escalation", "message", "service-level", "guard-bands"}
)


def check(book: Book) -> Iterator[Hit]:
    """Every reference from an active document that people work by."""
    for document in book.every():
        if document.status != "active" or document.kind not in OPERATED:
            continue
        for ref, target in targets(book, document.key).idle:
            if target.status == "draft":
                yield Hit(
                    Address(document.key, ref.path),
                    f"this {document.kind} is active, and {target.kind} `{ref.id}` is a draft",
                    f"finish `{ref.id}` and set it to active, or set this {document.kind} to draft",
                    ref.word,
                )
