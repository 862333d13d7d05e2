"""A team, partner or vendor can be reached.

Steps, approvals and escalations name groups. A group without a contact is a name that the responder
cannot call.

Bad:
    kind: partner
    without: [contacts]

Good:
    kind: partner
    contacts:
      - {channel: pager, address: legal-duty}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.organization import Partner, Team, Vendor
from watchbill.where import Address

ID = "ownership/no-contact"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every group."""
    groups: tuple[type[Team | Vendor], ...] = (Team, Partner, Vendor)
    for kind in groups:
        for group in book.each(kind):
            if not group.contacts:
                yield Hit(
                    Address(group.key, ("id",)),
                    f"{group.kind} `{group.id}` has no contact",
                    "add `contacts:` with a channel and an address, never a person's own",
                )
