"""No audience reads, over others, what it stands below.

The tiers are an order. Where two of them read each other they are one tier with two names, and what
was meant for the higher one is open to the lower.

Bad:
    kind: organization
    audiences:
      - {id: public, title: Everyone}
      - {id: vendor, title: Vendor analysts, reads: [public, restricted]}
      - {id: internal, title: Our own people, reads: [vendor]}
      - {id: restricted, title: Child safety, reads: [internal]}

Good:
    kind: organization
    audiences:
      - {id: public, title: Everyone}
      - {id: vendor, title: Vendor analysts, reads: [public]}
      - {id: internal, title: Our own people, reads: [vendor]}
      - {id: restricted, title: Child safety, reads: [internal]}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.organization import Organization
from watchbill.model.tiers import Tiers
from watchbill.where import Address

ID = "organization/audience-circle"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every `reads` from which the audience itself is reached; the first of each circle is reported."""
    for org in book.each(Organization):
        tiers = Tiers({audience.id: audience.reads for audience in org.audiences})
        reported: set[str] = set()
        for position, audience in enumerate(org.audiences):
            for place, below in enumerate(audience.reads):
                circle = tiers.readable(below)
                if audience.id in circle and audience.id not in reported:
                    reported |= {tier for tier in circle if audience.id in tiers.readable(tier)}
                    yield Hit(
                        Address(org.key, ("audiences", position, "reads", place)),
                        f"`{audience.id}` reads `{below}`, and `{below}` reads `{audience.id}`",
                        "let only the higher of the two read the other",
                    )
