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
from watchbill.model.response import Playbook
from watchbill.model.runbook import Runbook
from watchbill.model.texts import named, words
from watchbill.rules.audience._fences import step_tier
from watchbill.rules.audience._order import order, vendor_roles
from watchbill.where import Address

ID = "audience/vendor-above-tier"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every role of every step, and the roles of every runbook."""
    kinds: tuple[type[Playbook | Runbook], ...] = (Playbook, Runbook)
    for kind in kinds:
        for document in book.each(kind):
            vendors, tiers = vendor_roles(book), order(book)
            if not any(of == "role" and name in vendors for of, name in words(document).names):
                continue
            for path, role in named(document, "role"):
                tier = step_tier(document, path) or tiers.of(document)
                if role not in vendors or tier not in tiers.known or path[0] == "moves":
                    continue
                vendor, most = vendors[role]
                if not tiers.tiers.may_read(most, tier):
                    yield Hit(
                        Address(document.key, path),
                        f"`{role}` is staffed by {vendor}, whose people read up to `{most}`,"
                        f" and this is for `{tier}`",
                        f"give it to another role, or open it to `{most}`",
                    )
