"""Each duty of ours is discharged by a playbook that is operated, or says why none does and who decided that.

The day it arises, nobody has a page that says who does what by when; and an auditor who asks finds no
decision that it should be so. What the facts of the organisation rule out is no duty of ours.

Bad:
    kind: obligation
    id: lonely-law

Good:
    kind: obligation
    id: lonely-law
    not_operated:
      because: Counsel writes the yearly report from the register, outside the desk.
      decided_by: legal
      decided_on: 2026-11-02
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.law import Obligation
from watchbill.rules.ground import declared, ruled_out
from watchbill.rules.obligation._discharged import listing
from watchbill.where import Address

ID = "obligation/never-discharged"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every duty that no playbook lists or discharges, by the cards; of those that are left the facts.

    Where one lists it and does not discharge it on every path, another rule says where.
    """
    if book.incomplete("playbook"):
        return  # a playbook that could not be read may discharge it
    for key, card in book.cards.items():
        if card.value("binding") != "must" or card.value("not_operated"):
            continue
        if card.status == "deprecated":
            continue
        by = listing(book, card)
        if any(one.status == "active" for one in by) or _not_ours(book, card.id):
            continue
        idle = f", only `{by[0].id}`, which is not active" if by else ""
        yield Hit(
            Address(key, ("binding",)),
            f"the duty is ours, and no playbook discharges it{idle}",
            "discharge it in a step of the playbook that meets it, or say under `not_operated` why none does",
        )


def _not_ours(book: Book, id: str) -> bool:
    """Whether a fact of the organisation rules it out; it counts as ours where facts could not be read."""
    law = book.get(Obligation, id)
    return law is not None and ruled_out(law.applies_if, declared(book).switches) is not None
