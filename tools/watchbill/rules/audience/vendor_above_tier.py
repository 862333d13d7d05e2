"""A vendor's people work only on what their tier may read.

A step that a vendor's role must do, on a page or in a step that the vendor may not read, does not
exist for the one who is to do it.

Bad:
    kind: organization
    roles:
      - {id: analyst, title: Analyst, what: Works the case., staffed_by: vendor-one, page: true}
      - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}
    ---
    kind: playbook
    audience: internal

Good:
    kind: playbook
    audience: internal
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.organization import Vendor
from watchbill.model.response import Playbook, Work
from watchbill.model.runbook import Runbook
from watchbill.model.texts import Path
from watchbill.rules.audience._fences import steps
from watchbill.where import Address

ID = "audience/vendor-above-tier"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every role of every step, and the roles of every runbook."""
    for playbook in book.each(Playbook):
        own = book.audience_of(playbook)
        for path, step in steps(playbook):
            if isinstance(step, Work):
                for name, role in (("role", step.role), ("second", step.second)):
                    if role:
                        yield from _judge(
                            book, Address(playbook.key, (*path, name)), role, step.audience or own
                        )
    for runbook in book.each(Runbook):
        own = book.audience_of(runbook)
        for position, role in enumerate(runbook.role):
            spot: Path = ("role", position)
            yield from _judge(book, Address(runbook.key, spot), role, own)


def _judge(book: Book, at: Address, role: str, tier: str) -> Iterator[Hit]:
    declared = book.roles().get(role)
    vendor = book.get(Vendor, declared.staffed_by) if declared else None
    if vendor is None or tier not in book.audiences():
        return
    if not book.tiers().may_read(vendor.max_audience, tier):
        yield Hit(
            at,
            f"`{role}` is staffed by {vendor.id}, whose people read up to `{vendor.max_audience}`,"
            f" and this is for `{tier}`",
            f"give it to another role, or open it to `{vendor.max_audience}`",
        )
