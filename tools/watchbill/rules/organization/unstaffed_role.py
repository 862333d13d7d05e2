"""A role that may be paged is filled by a watch, or by a group that has a pager or a telephone.

A page needs somebody who is on. A team without a schedule and without a pager has working hours and a
chat channel; at night the page reaches the channel.

Bad:
    kind: organization
    roles:
      - {id: analyst, title: Analyst, what: Works the case., staffed_by: desk, page: true}
      - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}

Good:
    kind: organization
    roles:
      - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: true}
      - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.organization import Organization, Team, Vendor
from watchbill.where import Address

ID = "organization/unstaffed-role"
LEVEL = Level.ERROR
RINGS = frozenset({"pager", "phone"})


def check(book: Book) -> Iterator[Hit]:
    """Every role that may be paged."""
    for org in book.each(Organization):
        for position, role in enumerate(org.roles):
            if not role.page or book.has(f"schedule:{role.staffed_by}"):
                continue
            for kind in ("team", "partner", "vendor"):
                group = book.find(f"{kind}:{role.staffed_by}")
                if not isinstance(group, Team | Vendor):
                    continue
                if not any(one.channel in RINGS for one in group.contacts):
                    yield Hit(
                        Address(org.key, ("roles", position, "staffed_by")),
                        f"`{role.id}` may be paged, but {group.kind} `{group.id}` has no pager",
                        "name a schedule, or give the group a contact by pager or phone",
                    )
