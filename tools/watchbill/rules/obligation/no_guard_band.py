"""A numeric duty that a playbook lists has a guard band.

Without a band the first alarm is the breach.

Bad:
    kind: guard-bands
    bands:
      - {obligation: other-law, within: 12h}
    ---
    kind: obligation
    id: other-law

Good:
    kind: guard-bands
    bands:
      - {obligation: answer-law, within: 12h}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.law import Obligation
from watchbill.model.response import Playbook
from watchbill.rules.ground import guarded
from watchbill.where import Address

ID = "obligation/no-guard-band"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every duty with a number that a playbook lists; silent where bands could not be read."""
    for playbook in book.each(Playbook):
        if not playbook.obligations or book.incomplete("guard-bands"):
            continue
        known = guarded(book)
        for position, id in enumerate(playbook.obligations):
            law = book.get(Obligation, id) if id not in known else None
            if law and law.due and law.binding == "must":
                yield Hit(
                    Address(playbook.key, ("obligations", position)),
                    f"`{id}` ({law.due}) has no guard band",
                    "add a row to the guard bands, with at most half of the law",
                )
