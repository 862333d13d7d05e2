"""A duty without a number in the law has a guard band where a playbook lists it.

A standard such as 'without undue delay' sounds no alarm and proves nothing; only our own number
makes lateness visible before an authority does.

Bad:
    kind: obligation
    without: [due]
    standard: without undue delay
    ---
    kind: obligation
    id: other-law
    ---
    kind: guard-bands
    bands:
      - {obligation: other-law, within: 12h}

Good:
    kind: obligation
    without: [due]
    standard: without undue delay
    ---
    kind: guard-bands
    bands:
      - {obligation: answer-law, within: 24h}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.law import Obligation
from watchbill.model.response import Playbook
from watchbill.rules.ground import guarded
from watchbill.where import Address

ID = "obligation/no-guard-for-standard"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every listed duty with a standard in words; silent where bands could not be read."""
    for playbook in book.each(Playbook):
        if not playbook.obligations or book.incomplete("guard-bands"):
            continue
        known = guarded(book)
        for position, id in enumerate(playbook.obligations):
            law = book.get(Obligation, id) if id not in known else None
            if law and law.standard and law.binding == "must":
                yield Hit(
                    Address(playbook.key, ("obligations", position)),
                    f"the law sets no number for `{id}`, and no guard band does",
                    "add a row to the guard bands: by when we want it done",
                )
